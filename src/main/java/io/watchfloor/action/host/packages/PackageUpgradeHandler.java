package io.watchfloor.action.host.packages;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Shell;
import io.watchfloor.action.Verification;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.action.host.HostListener;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * The plan is apt's own simulation, and what runs names every version of it: nothing else
 * can come meanwhile.
 */
@Component
class PackageUpgradeHandler implements ChangeHandler<PackageUpgrade> {

	private static final Duration WITHIN = Duration.ofMinutes(45);

	private static final String FROM = "from ";

	private static final String TO = "to ";

	private static final int MOST = 600;

	private final Hosts hosts;

	private final Clock clock;

	PackageUpgradeHandler(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	@Override
	public ActionType<PackageUpgrade> type() {
		return new ActionType<>("host.upgrade-packages", PackageUpgrade.class, "host");
	}

	@Override
	public Plan plan(PackageUpgrade action, Target target) {
		Apt apt = new Apt(this.hosts, target);
		Simulation first = apt.simulate(action);
		List<Upgrade> wanted = named(first.upgrades(), action);
		if (wanted.isEmpty() || wanted.size() > MOST) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					wanted.isEmpty()
							? "There is nothing to upgrade, by the lists of packages that " + target.id() + " has."
							: Counted.of(wanted.size(), "package") + " are too many for one step; do it by hand.");
		}
		Simulation exact = apt.simulate(wanted);
		List<Upgrade> all = exact.upgrades().stream().sorted(Comparator.comparing(Upgrade::name)).toList();
		PlanDraft draft = new PlanDraft().call(call(named(all)).text());
		for (Upgrade each : all) {
			draft.change(each.name(), each.from(), each.to());
			draft.mark(FROM + each.name(), (each.from() == null) ? "" : each.from()).mark(TO + each.name(), each.to());
		}
		new PackageNotes(draft, apt, all).tell(first);
		return draft.effect("Removed: none; apt is told to remove nothing, and refuses instead.")
			.undo("None: older versions are seldom kept in the archives, and what a package did to its data when it was"
					+ " installed is not taken back. From which versions is in this plan; a snapshot of the machine is"
					+ " the way back.")
			.doneWhen("every package has its new version and is installed well", Duration.ofMinutes(2))
			.plan(this.clock.instant());
	}

	private static List<Upgrade> named(List<Upgrade> upgrades, PackageUpgrade action) {
		return named(upgrades).stream().filter((each) -> !action.securityOnly() || each.isSecurity()).toList();
	}

	/** Only what is installed is named on the line; what is new comes along. */
	private static List<Upgrade> named(List<Upgrade> upgrades) {
		return upgrades.stream().filter((each) -> each.from() != null).toList();
	}

	private static Plan.Call call(List<Upgrade> upgrades) {
		return new Plan.Call(Apt.upgrade(upgrades).stream().map(Shell::quote).collect(Collectors.joining(" ")));
	}

	private static Map<String, String> marked(Plan plan, String what) {
		Map<String, String> marked = new TreeMap<>();
		plan.markers().forEach((name, value) -> {
			if (name.startsWith(what)) {
				marked.put(name.substring(what.length()), value);
			}
		});
		return marked;
	}

	private static List<Upgrade> planned(Plan plan) {
		Map<String, String> to = marked(plan, TO);
		return marked(plan, FROM).entrySet()
			.stream()
			.filter((each) -> !each.getValue().isEmpty())
			.map((each) -> new Upgrade(each.getKey(), each.getValue(), to.getOrDefault(each.getKey(), ""), ""))
			.toList();
	}

	@Override
	public Outcome execute(PackageUpgrade action, Plan plan, Target target, RunContext context) {
		List<Upgrade> planned = planned(plan);
		context.making(call(planned));
		try {
			HostListener deaf = new HostListener() {

				@Override
				public synchronized void line(String line) {
					context.output(line);
				}

				/* Half an upgrade is worse than a whole one. */
				@Override
				public boolean stops() {
					return false;
				}

			};
			HostAnswer answer = this.hosts.run(target, new HostCommand(Apt.upgrade(planned), null, WITHIN), deaf);
			return (answer.exit() == 0) ? new Outcome.Succeeded(Counted
				.of(planned.size(), "package") + " upgraded.", Map.of()) : new Outcome.Failed(
						"apt-get ended with %d: %s. Packages before that may be upgraded; 'dpkg --audit' on the host tells what is half done."
							.formatted(answer.exit(), answer.lastWords()));
		}
		catch (Problem problem) {
			boolean never = problem.category() != Problem.Category.UNREACHABLE
					|| String.valueOf(problem.getMessage()).contains("cannot be reached");
			return never ? new Outcome.Failed(problem.getMessage() + " Nothing was sent.")
					: new Outcome.Unknown(problem.getMessage() + " Some packages may be upgraded.");
		}
	}

	/** What is otherwise than it was to be, in words. */
	private List<String> amiss(Map<String, String> expected, Target target) {
		Map<String, String> versions = new Apt(this.hosts, target).versions(expected.keySet());
		List<String> amiss = new ArrayList<>();
		expected.forEach((name, version) -> {
			String is = versions.getOrDefault(name, "");
			if (!is.equals(version)) {
				amiss.add(name + " is " + (is.isEmpty() ? "not there" : is));
			}
		});
		return amiss;
	}

	@Override
	public Verification verify(PackageUpgrade action, Plan plan, Target target) {
		try {
			Map<String, String> to = marked(plan, TO);
			List<String> amiss = amiss(to, target);
			return Verification.when(amiss.isEmpty(),
					amiss.isEmpty() ? Counted.of(to.size(), "package") + " as planned" : String.join(", ", amiss));
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(PackageUpgrade action, Plan plan, Target target) {
		try {
			List<String> amiss = amiss(marked(plan, TO), target);
			boolean as = amiss(marked(plan, FROM), target).isEmpty();
			Settlement.Finding finding = amiss.isEmpty() ? Settlement.Finding.HAPPENED
					: as ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding,
					amiss.isEmpty() ? "every package has its new version" : String.join(", ", Set.copyOf(amiss)));
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(PackageUpgrade action, Plan plan) {
		return Optional.empty();
	}

}

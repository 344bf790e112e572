package io.watchfloor.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Actions;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Filters;
import io.watchfloor.action.Finding;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Preview;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Rule;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.TargetHint;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;

/** One connector, to the {@link Shelf}. */
class FakeActions implements Actions {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Shelf shelf;

	private final Clock clock;

	FakeActions(Shelf shelf, Clock clock) {
		this.shelf = shelf;
		this.clock = clock;
	}

	@Override
	public ActionType<?> type(Action action) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String write(Action action) {
		return action.getClass().getSimpleName() + JSON.writeValueAsString(action);
	}

	@Override
	public Action read(String json) {
		int start = json.indexOf('{');
		Class<? extends Action> type = json.startsWith("Put") ? Shelf.Put.class : Shelf.Look.class;
		return JSON.readValue(json.substring(start), type);
	}

	@Override
	public Understanding<ActionCall> understand(Pipeline pipeline) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Understanding<ActionCall> understand(String language, String text) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Reading read(Action action, Filters filters, Target target, RunContext context) {
		return read(action, target, context);
	}

	@Override
	public List<String> suggest(Action action, String parameter, Target target) {
		return List.of();
	}

	@Override
	public List<Finding> findings(CommandLine line) {
		return List.of();
	}

	@Override
	public List<Rule> rules() {
		return List.of();
	}

	@Override
	public List<Target> candidates(ActionCall call, Environment environment) {
		return environment.targets()
			.stream()
			.filter((target) -> !(call.hint() instanceof TargetHint.Written written)
					|| target.id().name().equals(written.text()))
			.toList();
	}

	@Override
	public Reading read(Action action, Target target, RunContext context) {
		this.shelf.requireReadable();
		context.output("looking");
		return this.shelf.read(((Shelf.Look) action).name(), this.clock.instant());
	}

	@Override
	public Preview preview(Action action, Target target) {
		Plan plan = changes(action).plan(action, target);
		return new Preview(plan, CanonicalJson.fingerprint(
				List.of(action.commandLine(), target.id().toString(), new ArrayList<>(plan.markers().values()))));
	}

	@Override
	@SuppressWarnings("unchecked")
	public ChangeHandler<Action> changes(Action action) {
		return (ChangeHandler<Action>) (ChangeHandler<?>) new Puts();
	}

	/** Handles {@link Shelf.Put}. */
	class Puts implements ChangeHandler<Shelf.Put> {

		private final Shelf world = FakeActions.this.shelf;

		@Override
		public ActionType<Shelf.Put> type() {
			return new ActionType<>("shelf.put", Shelf.Put.class, "shelf");
		}

		@Override
		public Plan plan(Shelf.Put put, Target target) {
			this.world.requireReadable();
			String now = this.world.values.getOrDefault(put.name(), "(empty)");
			return new Plan(List.of(call(put)), List.of(new Plan.Change(put.name(), now, put.value())), List.of(),
					List.of(), List.of("sample with s3cret"), "put the old value back",
					new Plan.DoneWhen(put.name() + " is " + put.value(), this.world.holdFor, this.world.within),
					new TreeMap<>(Map.of(put.name(), now)), FakeActions.this.clock.instant());
		}

		private static Plan.Call call(Shelf.Put put) {
			return new Plan.Call(put.commandLine());
		}

		@Override
		public Outcome execute(Shelf.Put put, Plan plan, Target target, RunContext context) {
			this.world.beforeAnnouncing.during(put, context);
			context.making(this.world.announcesAnotherCall ? new Plan.Call("something else") : call(put));
			this.world.beforeSending.during(put, context);
			this.world.journal.add(put.commandLine());
			this.world.values.put(put.name(), put.value());
			this.world.sending.during(put, context);
			return this.world.answer;
		}

		@Override
		public Verification verify(Shelf.Put put, Plan plan, Target target) {
			return this.world.looking.apply(put);
		}

		@Override
		public Settlement probe(Shelf.Put put, Plan plan, Target target) {
			return new Settlement(this.world.probing.apply(put),
					put.name() + " is " + this.world.values.get(put.name()));
		}

		@Override
		public Optional<Action> undo(Shelf.Put put, Plan plan) {
			String old = plan.changes().getFirst().now();
			return (old != null) ? Optional.of(new Shelf.Put(put.name(), old, put.risk())) : Optional.empty();
		}

	}

}

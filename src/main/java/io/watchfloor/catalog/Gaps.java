package io.watchfloor.catalog;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.catalog.OperatedSystem.Contact;
import io.watchfloor.kernel.Counted;

/** What a team has not written down about its system, and would miss at night. */
public final class Gaps {

	private Gaps() {
	}

	/** The gaps of a system, the most painful first; empty when it is complete. */
	public static List<String> of(OperatedSystem system) {
		List<String> gaps = new ArrayList<>();
		add(gaps, system.contacts().isEmpty(), "no contact");
		List<Contact> unreachable = system.contacts().stream().filter((contact) -> contact.reach() == null).toList();
		add(gaps, !unreachable.isEmpty(), count(unreachable.size(), "contact") + " without a way to reach them");
		add(gaps, system.severities().isEmpty(), "no severity scheme");
		add(gaps, system.runbooks().isEmpty() && system.git() == null, "no runbook");
		add(gaps, system.environments().stream().noneMatch(Environment::production), "no production environment");
		system.environments()
			.stream()
			.filter((environment) -> environment.targets().isEmpty())
			.forEach((environment) -> gaps.add("no target in " + environment.name()));
		add(gaps, system.standards().thresholds().isEmpty(), "no thresholds");
		add(gaps, system.standards().schedules().isEmpty(), "no schedules");
		add(gaps, system.standards().recovery().isEmpty(), "no recovery targets");
		return List.copyOf(gaps);
	}

	private static void add(List<String> gaps, boolean open, String gap) {
		if (open) {
			gaps.add(gap);
		}
	}

	private static String count(int number, String noun) {
		return Counted.of(number, noun);
	}

}

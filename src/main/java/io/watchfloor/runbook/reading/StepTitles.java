package io.watchfloor.runbook.reading;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the titles of commands tell what each does: one comment or heading over many
 * commands is the title of all of them, and hides the one that deletes.
 */
final class StepTitles {

	private static final String SEPARATOR = " · ";

	private static final int LONGEST_COMMAND = 70;

	/** Titles go into announcements and records, where a password has no place. */
	private static final Pattern SECRET = Pattern
		.compile("(?i)(://[^\\s:/@]{0,60}:|(?:pass|password|passwd|secret|token|key)\\w{0,20}[= ])[^\\s@\"']+");

	private StepTitles() {
	}

	/** Adds to each title that several commands share what its command does. */
	static void distinct(List<StepDraft> drafts) {
		List<StepDraft> commands = drafts.stream().filter(StepDraft::isCommand).toList();
		Map<String, List<StepDraft>> shared = commands.stream().collect(Collectors.groupingBy(StepDraft::title));
		shared.values().stream().filter((same) -> same.size() > 1).forEach(StepTitles::tellApart);
	}

	/** A title as its author wrote it. */
	static String written(String title) {
		int end = title.indexOf(SEPARATOR);
		return (end < 0) ? title : title.substring(0, end);
	}

	private static void tellApart(List<StepDraft> same) {
		Map<String, Long> doing = same.stream().collect(Collectors.groupingBy(StepDraft::does, Collectors.counting()));
		for (StepDraft draft : same) {
			boolean tells = !draft.does().isEmpty() && doing.getOrDefault(draft.does(), 0L) == 1;
			String more = tells ? draft.does() : brief(draft.text());
			if (!draft.title().equalsIgnoreCase(more)) {
				draft.retitle(draft.title() + SEPARATOR + more);
			}
		}
	}

	/** A command line, shortened to what fits into a title. */
	private static String brief(String command) {
		String line = SECRET.matcher(command.strip().replaceAll("\\\\?\\s+", " ")).replaceAll("$1…");
		return (line.length() <= LONGEST_COMMAND) ? line : line.substring(0, LONGEST_COMMAND - 1) + "…";
	}

}

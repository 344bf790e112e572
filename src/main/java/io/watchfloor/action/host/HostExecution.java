package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a tool is really started, so that it ends by itself and asks nobody: one look
 * instead of following, a bound where there is none, no pager, none of a repository's own
 * programs.
 */
final class HostExecution {

	private static final Set<String> FOLLOWING = Set.of("-f", "-F", "--follow", "--retry");

	private HostExecution() {
	}

	/** The words to start, with the patterns already replaced by the files that match. */
	static List<String> words(HostRead action, List<String> files) {
		List<String> words = new ArrayList<>(action.words());
		switch (action.tool()) {
			case TOP -> words.addAll(1, List.of("-b", "-n", "1"));
			case TAIL -> withoutFollowing(words);
			case JOURNALCTL -> journal(words);
			case SYSTEMCTL, SYSTEMCTL_LIST -> words.add(1, "--no-pager");
			case RESTIC -> words.add(1, "--no-lock");
			case SQLITE -> words.addAll(1, List.of("-readonly", "-safe"));
			case PING -> bound(words, "-c", "4");
			case VMSTAT, MPSTAT, PIDSTAT, SAR, IOSTAT -> countOnce(words);
			case GIT_LOG, GIT_SHOW, GIT_DIFF -> {
				words.addAll(2, List.of("--no-ext-diff", "--no-textconv", "--no-color"));
				git(words);
			}
			case GIT_STATUS, GIT_BRANCH, GIT_TAG, GIT_TAG_LIST, GIT_BLAME, GIT_DESCRIBE -> git(words);
			default -> {
				// as it is written
			}
		}
		words.addAll(files);
		return words;
	}

	private static void withoutFollowing(List<String> words) {
		words.removeIf(FOLLOWING::contains);
		words.removeIf((word) -> word.startsWith("--follow="));
		words.replaceAll((word) -> word.matches("-[fFqvr]{2,}") ? word.replaceAll("[fF]", "") : word);
		words.remove("-");
	}

	private static void journal(List<String> words) {
		words.removeIf(Set.of("-f", "--follow", "-e", "--pager-end")::contains);
		words.replaceAll((word) -> word.matches("-[abefklmqrx]{2,}u?") ? word.replaceAll("[fe]", "") : word);
		words.remove("-");
		words.add(1, "--no-pager");
		if (words.stream().noneMatch((word) -> word.matches("(-n.*|--lines.*|--disk-usage|--list-boots)"))) {
			words.add(2, "--lines=1000");
		}
	}

	private static void bound(List<String> words, String flag, String value) {
		if (words.stream().noneMatch((word) -> word.startsWith(flag))) {
			words.addAll(1, List.of(flag, value));
		}
	}

	/** An interval without a count never ends. */
	private static void countOnce(List<String> words) {
		int size = words.size();
		boolean last = words.getLast().matches("[0-9]+") && !words.get(size - 2).startsWith("-");
		boolean both = last && words.get(size - 2).matches("[0-9]+");
		if (last && !both) {
			words.add("2");
		}
	}

	private static void git(List<String> words) {
		words.addAll(1, List.of("--no-pager", "-c", "core.fsmonitor=false"));
	}

}

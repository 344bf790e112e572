package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Plan;

/**
 * What differs between two texts, line by line; a line that carries a secret is hidden.
 */
final class LogConfigDiff {

	private static final Pattern SECRET = Pattern
		.compile("(?i).*(passw|secret|token|authorization|api.?key|://[^/@\\s]*:[^/@\\s]+@).*");

	private final List<String> before;

	private final List<String> after;

	private final int[][] common;

	private LogConfigDiff(List<String> before, List<String> after) {
		this.before = before;
		this.after = after;
		this.common = new int[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				this.common[i][j] = before.get(i).equals(after.get(j)) ? this.common[i + 1][j + 1] + 1
						: Math.max(this.common[i + 1][j], this.common[i][j + 1]);
			}
		}
	}

	static boolean isSecret(String line) {
		return SECRET.matcher(line).matches();
	}

	/** Each line that goes or comes, in order. */
	static List<Plan.Change> of(String before, String after) {
		return new LogConfigDiff(before.lines().toList(), after.lines().toList()).changes();
	}

	private List<Plan.Change> changes() {
		List<Plan.Change> changes = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < this.before.size() || j < this.after.size()) {
			boolean same = i < this.before.size() && j < this.after.size()
					&& this.before.get(i).equals(this.after.get(j));
			boolean goes = j == this.after.size()
					|| (i < this.before.size() && this.common[i + 1][j] >= this.common[i][j + 1]);
			if (same) {
				i++;
				j++;
			}
			else if (goes) {
				changes.add(new Plan.Change("line " + (i + 1), shown(this.before.get(i)), null));
				i++;
			}
			else {
				changes.add(new Plan.Change("line " + (j + 1), null, shown(this.after.get(j))));
				j++;
			}
		}
		return changes;
	}

	private static String shown(String line) {
		return isSecret(line) ? "[hidden]" : line.isEmpty() ? "(an empty line)" : line;
	}

}

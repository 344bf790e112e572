package io.watchfloor.action.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code uniq}: equal neighbours once.
 *
 * @param count says how many there were
 * @param repeated keeps only those that were repeated
 * @param single keeps only those that were not
 */
record Uniq(boolean count, boolean repeated, boolean single) implements TextFilter {

	static Uniq read(SimpleCommand stage) {
		Options options = Options.read(stage, "cdu", "", Map.of("--count", "c", "--repeated", "d", "--unique", "u"));
		options.noOperands();
		return new Uniq(options.has("c"), options.has("d"), options.has("u"));
	}

	@Override
	public List<String> apply(List<String> lines) {
		List<String> kept = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= lines.size(); i++) {
			if (i == lines.size() || !lines.get(i).equals(lines.get(start))) {
				int times = i - start;
				if ((!this.repeated || times > 1) && (!this.single || times == 1)) {
					kept.add(this.count ? "%7d %s".formatted(times, lines.get(start)) : lines.get(start));
				}
				start = i;
			}
		}
		return kept;
	}

}

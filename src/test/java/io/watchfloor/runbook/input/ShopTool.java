package io.watchfloor.runbook.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Risk;

/**
 * A tool for tests: {@code shop VERB NAME [--count N] [--since DURATION] [--tag K=V]…
 * [--force] [-q SQL] [-h HOST]}. Lenient on purpose: it would take any flag in the place
 * of a name, as careless tools do.
 */
final class ShopTool {

	private ShopTool() {
	}

	static Understanding<ActionCall> understand(Pipeline pipeline) {
		SimpleCommand stage = pipeline.stages().getFirst();
		if (pipeline.stages().size() != 1 || !stage.tool().filter("shop"::equals).isPresent()) {
			return new Understanding.NotUnderstood<>("No connector reads it.");
		}
		List<String> words = new ArrayList<>();
		for (Word word : stage.arguments()) {
			if (word.literal().isEmpty()) {
				return new Understanding.NotUnderstood<>("'" + word.source() + "' is not literal.");
			}
			words.add(word.literal().get());
		}
		return parse(words);
	}

	private static Understanding<ActionCall> parse(List<String> words) {
		Map<String, String> tags = new TreeMap<>();
		List<String> names = new ArrayList<>();
		String host = "";
		String query = "";
		int count = 1;
		boolean force = false;
		for (int i = 0; i < words.size(); i++) {
			String next = (i + 1 < words.size()) ? words.get(i + 1) : "";
			switch (words.get(i)) {
				case "--force" -> force = true;
				case "--count" -> {
					if (!next.matches("[0-9]{1,4}")) {
						return new Understanding.NotUnderstood<>("shop: the count is a number, not '" + next + "'.");
					}
					count = Integer.parseInt(next);
					i++;
				}
				case "--tag" -> {
					for (String pair : next.split(",", -1)) {
						tags.put(pair.split("=", 2)[0], pair.contains("=") ? pair.split("=", 2)[1] : "");
					}
					i++;
				}
				case "-q" -> {
					query = next;
					i++;
				}
				case "-h" -> {
					host = next;
					i++;
				}
				case String word -> names.add(word);
			}
		}
		TargetHint hint = host.isEmpty() ? new TargetHint.Unnamed() : new TargetHint.Written(host);
		return new Understanding.Understood<>(new ActionCall(new Shop(names, count, tags, query, force), hint));
	}

	record Shop(List<String> names, int count, Map<String, String> tags, String query,
			boolean force) implements Action {

		@Override
		public Risk risk() {
			return Risk.DISRUPTIVE;
		}

		@Override
		public String title() {
			return "Shop " + this.names + " × " + this.count;
		}

		@Override
		public String commandLine() {
			return "shop " + this.names;
		}

	}

}

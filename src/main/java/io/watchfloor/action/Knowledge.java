package io.watchfloor.action;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.watchfloor.catalog.Target;
import io.watchfloor.command.Understanding;
import org.springframework.stereotype.Component;

/** What connectors know beside their actions: blocks, values that exist, dangers. */
@Component
class Knowledge {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final int MOST_SUGGESTIONS = 50;

	private final List<BlockReader> blocks;

	private final List<InputSuggestions> suggestions;

	private final List<FindingRules> rules;

	Knowledge(List<BlockReader> blocks, List<InputSuggestions> suggestions, List<FindingRules> rules) {
		this.blocks = blocks;
		this.suggestions = suggestions;
		this.rules = rules;
	}

	Understanding<ActionCall> read(String language, String text) {
		return this.blocks.stream()
			.filter((reader) -> reader.languages().contains(language))
			.findFirst()
			.map((reader) -> reader.read(text))
			.orElseGet(() -> new Understanding.NotUnderstood<>("No connector reads '" + language + "'."));
	}

	List<String> suggest(ActionType<?> type, Action action, String parameter, Target target) {
		Optional<InputSuggestions> knowing = this.suggestions.stream()
			.filter((suggestion) -> suggestion.knows(type, parameter))
			.findFirst();
		if (knowing.isEmpty()) {
			return List.of();
		}
		FutureTask<List<String>> asked = new FutureTask<>(() -> knowing.get().suggest(action, parameter, target));
		Thread.ofVirtual().name("suggestions").start(asked);
		try {
			List<String> values = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return values.stream().distinct().limit(MOST_SUGGESTIONS).toList();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return List.of();
		}
		catch (ExecutionException | TimeoutException | CancellationException | CompletionException noAnswer) {
			asked.cancel(true);
			return List.of();
		}
	}

	List<Finding> findings(CommandLine line) {
		return this.rules.stream()
			.flatMap((all) -> Unbroken.findings(() -> all.check(line).toList()).stream())
			.toList();
	}

	List<Rule> rules() {
		return this.rules.stream()
			.flatMap((all) -> all.rules().stream())
			.sorted(Comparator.comparing(Rule::id))
			.toList();
	}

}

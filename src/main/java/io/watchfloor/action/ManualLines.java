package io.watchfloor.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.action.filter.FilterChain;
import io.watchfloor.command.ManualWork;
import io.watchfloor.command.ManualWork.Kind;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;

/** Says what a line does that no action does, where every stage of it is known. */
class ManualLines {

	/** A program by its path, which is the project's own; the system's are not. */
	private static final Pattern OWN = Pattern
		.compile("(?!/(usr/)?s?bin/)(\\.{0,2}/|~/|[\\w.-]+/)[\\w./@%+-]*|[\\w./-]+\\.(sh|py|rb|pl|js|ts)");

	/** Longer lines are for no person to type. */
	private static final int MOST = 100;

	private final List<ManualForm> forms;

	ManualLines(List<ManualCommands> commands) {
		this.forms = commands.stream().flatMap((command) -> command.forms().stream()).toList();
	}

	/** Reads the stages of a line; empty when one of them is not known. */
	Optional<ManualWork> read(List<SimpleCommand> stages) {
		if (stages.size() > MOST || stages.stream().anyMatch((stage) -> stage.words().size() > MOST)) {
			return Optional.empty();
		}
		List<ManualWork> works = new ArrayList<>();
		for (SimpleCommand stage : stages) {
			Optional<ManualWork> work = work(stage);
			if (work.isEmpty() && (works.isEmpty() || !isFilter(stage))) {
				return Optional.empty();
			}
			work.ifPresent(works::add);
		}
		return Optional.of(works.size() == 1 ? works.getFirst() : joined(works));
	}

	private static boolean isFilter(SimpleCommand stage) {
		try {
			FilterChain.read(List.of(stage));
			return true;
		}
		catch (Problem other) {
			return false;
		}
	}

	private Optional<ManualWork> work(SimpleCommand stage) {
		return this.forms.stream().flatMap((form) -> form.read(stage).stream()).findFirst().or(() -> own(stage));
	}

	private static Optional<ManualWork> own(SimpleCommand stage) {
		return stage.tool()
			.filter(OWN.asMatchPredicate())
			.map((program) -> new ManualWork("Run the project's program " + program, Risk.DESTRUCTIVE,
					"Only the project knows what that does.", Kind.PROJECT));
	}

	private static ManualWork joined(List<ManualWork> works) {
		String does = works.stream().map(ManualWork::does).collect(Collectors.joining(", and with what it prints: "));
		Risk risk = works.stream().map(ManualWork::risk).max(Comparator.naturalOrder()).orElse(Risk.READ);
		String reason = works.stream().map(ManualWork::reason).distinct().collect(Collectors.joining(" "));
		Kind kind = works.stream().anyMatch((work) -> work.kind() == Kind.PROJECT) ? Kind.PROJECT : Kind.TOOL;
		return new ManualWork(does, risk, reason, kind);
	}

}

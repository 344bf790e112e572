package io.watchfloor.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.filter.FilterChain;
import io.watchfloor.command.ManualWork;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.SimpleCommand.Redirection;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;

/**
 * Finds the connector that reads a pipeline: takes the carriers off in front and the
 * filters behind, and gives what is left to the reader of its tool.
 */
class CommandLines {

	private final Map<String, ActionReader> readers = new LinkedHashMap<>();

	private final Carriers carriers;

	private final ManualLines manual;

	CommandLines(List<ActionReader> readers, List<CommandUnwrapper> unwrappers, List<ManualCommands> manual) {
		this.manual = new ManualLines(manual);
		readers.forEach((reader) -> reader.tools().forEach((tool) -> add(tool, reader)));
		this.carriers = new Carriers(unwrappers);
	}

	private void add(String tool, ActionReader reader) {
		ActionReader other = this.readers.put(tool, reader);
		if (other != null) {
			throw new IllegalStateException("two connectors read " + tool + ": " + other + " and " + reader);
		}
	}

	/**
	 * An action where there is one, else what a person does, else why it is not known.
	 */
	Understanding<ActionCall> read(Pipeline written) {
		Pipeline pipeline = Feeds.ofFile(Feeds.ofDump(written));
		Understanding<ActionCall> read = typed(pipeline);
		return (read instanceof NotUnderstood<ActionCall>)
				? kept(pipeline).or(() -> byHand(pipeline)).or(() -> byHand(written)).orElse(read) : read;
	}

	/** A look whose answer goes into a file, which lies where the line is typed. */
	private Optional<Understanding<ActionCall>> kept(Pipeline pipeline) {
		SimpleCommand last = pipeline.stages().getLast();
		List<Redirection> files = last.redirections().stream().filter(ManualForm::writes).toList();
		boolean answer = files.size() == 1 && files.getFirst().operator().matches(">>?")
				&& files.getFirst().descriptor() <= 1 && ManualForm.shown(files.getFirst().target()).isPresent();
		if (!answer) {
			return Optional.empty();
		}
		List<Redirection> rest = new ArrayList<>(last.redirections());
		rest.removeAll(files);
		List<SimpleCommand> stages = new ArrayList<>(pipeline.stages());
		stages.set(stages.size() - 1, new SimpleCommand(last.assignments(), last.words(), rest));
		return (typed(new Pipeline(stages)) instanceof Understood<ActionCall>(ActionCall call)
				&& call.action().risk() == Risk.READ) ? Optional.of(new Understanding.ByHand<>(kept(call, files)))
						: Optional.empty();
	}

	private static ManualWork kept(ActionCall call, List<Redirection> files) {
		return new ManualWork(call.action().title() + ", into " + files.getFirst().target().source(), Risk.DISRUPTIVE,
				"The file is written over where the line is typed.", ManualWork.Kind.TOOL);
	}

	private Optional<Understanding<ActionCall>> byHand(Pipeline pipeline) {
		try {
			Carriers.Carried carried = this.carriers.open(pipeline);
			String where = carried.places().isEmpty() ? ""
					: " (in " + String.join(" in ", carried.places().reversed()) + ")";
			Optional<ManualWork> inner = this.manual.read(carried.stages())
				.map((work) -> new ManualWork(work.does() + where, work.risk(), work.reason(), work.kind()));
			return inner.or(() -> this.manual.read(opened(pipeline.stages()))).map(Understanding.ByHand::new);
		}
		catch (Problem notOpened) {
			return this.manual.read(opened(pipeline.stages())).map(Understanding.ByHand::new);
		}
	}

	/** Each stage without its carriers, where they can be taken off. */
	private List<SimpleCommand> opened(List<SimpleCommand> stages) {
		return stages.stream().map((stage) -> {
			try {
				SimpleCommand plain = new SimpleCommand(stage.assignments(), stage.words(), List.of());
				List<SimpleCommand> inside = this.carriers.open(new Pipeline(List.of(plain))).inside();
				return (inside.size() == 1) ? new SimpleCommand(inside.getFirst().assignments(),
						inside.getFirst().words(), stage.redirections()) : stage;
			}
			catch (Problem closed) {
				return stage;
			}
		}).toList();
	}

	private Understanding<ActionCall> typed(Pipeline pipeline) {
		try {
			Carriers.Carried carried = this.carriers.open(pipeline);
			List<SimpleCommand> stages = carried.stages().stream().map(CommandLines::withoutErrors).toList();
			Understanding<ActionCall> read = read(stages, carried.readable());
			if (carried.repeated() && read instanceof Understood<ActionCall>(ActionCall call)
					&& call.action().risk() != Risk.READ) {
				return new NotUnderstood<>("watch would make the change again and again.");
			}
			return bind(read, carried.places());
		}
		catch (ByHand byHand) {
			return new Understanding.ByHand<>(byHand.work());
		}
		catch (Problem problem) {
			if (problem.category() != Problem.Category.NOT_UNDERSTOOD) {
				throw problem;
			}
			return new NotUnderstood<>(String.valueOf(problem.getMessage()));
		}
	}

	private Understanding<ActionCall> read(List<SimpleCommand> stages, int readable) {
		Optional<String> tool = stages.getFirst().tool();
		if (tool.isEmpty()) {
			return new NotUnderstood<>("The tool's name is not written out.");
		}
		ActionReader reader = this.readers.get(tool.get());
		if (reader == null) {
			return new NotUnderstood<>("No connector reads '" + tool.get() + "'.");
		}
		Understanding<ActionCall> whole = reader.read(new Pipeline(stages.subList(0, readable)));
		for (int own = readable; own >= 1; own--) {
			List<SimpleCommand> behind = stages.subList(own, stages.size());
			Optional<String> trouble = troubleOf(behind);
			if (trouble.isPresent()) {
				return (own < readable) ? whole : new NotUnderstood<>(trouble.get());
			}
			Understanding<ActionCall> read = (own == readable) ? whole
					: reader.read(new Pipeline(stages.subList(0, own)));
			if (read instanceof Understood<ActionCall>(ActionCall call)) {
				return filtered(call, behind);
			}
			whole = (own == 1) ? read : whole;
		}
		return whole;
	}

	private static Optional<String> troubleOf(List<SimpleCommand> behind) {
		try {
			FilterChain.read(behind);
			return Optional.empty();
		}
		catch (Problem problem) {
			return Optional.of(String.valueOf(problem.getMessage()));
		}
	}

	private static Understanding<ActionCall> filtered(ActionCall call, List<SimpleCommand> behind) {
		if (behind.isEmpty()) {
			return new Understood<>(call);
		}
		if (call.action().risk() != Risk.READ) {
			return new NotUnderstood<>("What a change prints is not filtered; leave out what stands after the bar.");
		}
		Filters filters = new Filters(behind.stream().map(CommandLines::source).toList());
		return new Understood<>(new ActionCall(call.action(), call.hint(), filters));
	}

	private static String source(SimpleCommand stage) {
		return String.join(" ", stage.words().stream().map(Word::source).toList());
	}

	/**
	 * Without {@code 2>&1} and {@code 2>/dev/null}: errors are shown apart, and always.
	 */
	private static SimpleCommand withoutErrors(SimpleCommand stage) {
		return new SimpleCommand(stage.assignments(), stage.words(),
				stage.redirections().stream().filter((redirection) -> !isErrors(redirection)).toList());
	}

	private static boolean isErrors(Redirection redirection) {
		String target = redirection.target().literal().orElse("?");
		return redirection.descriptor() == 2 && ((redirection.operator().equals(">&") && target.equals("1"))
				|| (redirection.operator().equals(">") && target.equals("/dev/null")));
	}

	private static Understanding<ActionCall> bind(Understanding<ActionCall> read, List<String> places) {
		if (places.isEmpty() || !(read instanceof Understood<ActionCall>(ActionCall call))) {
			return read;
		}
		TargetHint hint = call.hint();
		for (String place : places.reversed()) {
			hint = inside(hint, place);
		}
		return new Understood<>(new ActionCall(call.action(), hint, call.filters()));
	}

	/** Inside a container, "this host" is the container. */
	private static TargetHint inside(TargetHint hint, String place) {
		return switch (hint) {
			case TargetHint.Variable variable -> variable;
			case TargetHint.Unnamed _ -> new TargetHint.Written(place);
			case TargetHint.Written(String text) -> new TargetHint.Written(Address.parse(text).inside(place));
		};
	}

}

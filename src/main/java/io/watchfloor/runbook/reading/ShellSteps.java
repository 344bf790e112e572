package io.watchfloor.runbook.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import io.watchfloor.kernel.Counted;
import io.watchfloor.command.ManualWork;
import io.watchfloor.command.ManualWork.Kind;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.SimpleCommand.Assignment;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Comment;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.ReadLine;
import org.jspecify.annotations.Nullable;

/** Reads one block of commands into steps, its comments into titles and manual steps. */
final class ShellSteps {

	private final ShellReader reader;

	private final Code code;

	private final Setting setting;

	private final List<StepDraft> drafts = new ArrayList<>();

	private final ShellComments comments;

	private final SortedMap<Integer, String> printed;

	/** Lines above that only set variables, until a step takes them. */
	private @Nullable LineRange set;

	/** The names of those variables. */
	private final Set<String> names = new HashSet<>();

	/**
	 * Creates one for a block.
	 * @param variables what is set before; gets what the block sets
	 */
	ShellSteps(LineReader lines, Map<String, String> variables, Code code, Setting setting) {
		this.reader = new ShellReader(lines, variables, code.text());
		this.code = code;
		this.setting = setting;
		this.comments = new ShellComments(code, setting, this.drafts);
		this.printed = Printed.of(code.text());
	}

	List<StepDraft> read() {
		ShellText text = LineReader.split(this.code.text());
		if (isScript(text)) {
			return script();
		}
		List<Comment> comments = new ArrayList<>(text.comments());
		for (List<Statement> line : together(text.statements())) {
			this.comments.loose(takeBefore(comments, line.getFirst().firstLine()));
			if (!printed(line) && !line.stream().allMatch(ShellReader::prints)) {
				int before = this.drafts.size();
				statements(line);
				settings(before);
			}
		}
		this.comments.loose(comments);
		return this.drafts;
	}

	/** What a command printed is shown beside it. */
	private boolean printed(List<Statement> group) {
		int first = group.getFirst().firstLine();
		int last = group.getLast().lastLine();
		List<String> output = List.copyOf(this.printed.subMap(first, last + 1).values());
		boolean all = output.size() == last - first + 1;
		if (all && !this.drafts.isEmpty()) {
			output.forEach((line) -> this.drafts.getLast().expect(line.stripTrailing(), lines(last, last).last()));
		}
		return all;
	}

	/**
	 * Lines that only set variables belong to the step that follows them and uses one:
	 * what is wrong with another's setting is none of its own.
	 */
	private void settings(int before) {
		LineRange range = this.set;
		if (range != null && this.drafts.size() > before) {
			String text = this.drafts.get(before).text();
			if (this.names.stream().anyMatch((name) -> text.contains("$" + name) || text.contains("${" + name))) {
				this.drafts.get(before).startAt(range.first());
			}
			this.set = null;
			this.names.clear();
		}
	}

	private boolean isScript(ShellText text) {
		return this.code.text().lines().limit(3).anyMatch((line) -> line.startsWith("#!")) || text.statements()
			.stream()
			.anyMatch((statement) -> statement.content() instanceof NotUnderstood<?>(String reason)
					&& reason.equals("It defines a function."));
	}

	private List<StepDraft> script() {
		long length = this.code.text().stripTrailing().lines().count();
		LineRange lines = new LineRange(this.code.firstLine(), this.code.firstLine() + Math.max(0, (int) length - 1));
		ManualWork work = new ManualWork("Run a script of " + Counted.of(length, "line"), Risk.DESTRUCTIVE,
				"It is a script. Read it, then run it where it belongs.", Kind.SCRIPT);
		return List.of(StepDraft.byHand(this.setting.fallback(), this.setting.phase(), lines,
				this.code.text().stripTrailing(), work));
	}

	/** Statements that share a line or depend on each other. */
	private static List<List<Statement>> together(List<Statement> statements) {
		List<List<Statement>> groups = new ArrayList<>();
		for (Statement statement : statements) {
			Statement before = groups.isEmpty() ? null : groups.getLast().getLast();
			boolean joined = before != null && (before.lastLine() >= statement.firstLine()
					|| before.connector() == Connector.AND || before.connector() == Connector.OR);
			if (!joined) {
				groups.add(new ArrayList<>());
			}
			groups.getLast().add(statement);
		}
		return groups;
	}

	private static List<Comment> takeBefore(List<Comment> comments, int line) {
		List<Comment> before = comments.stream().filter((comment) -> comment.line() < line).toList();
		comments.removeAll(before);
		return before;
	}

	private void statements(List<Statement> group) {
		Statement first = group.getFirst();
		List<Comment> above = new ArrayList<>(first.above());
		this.comments.expectations(above);
		String title = this.comments.title(first, above);
		int from = above.isEmpty() ? first.firstLine() : above.getFirst().line();
		LineRange lines = lines(from, group.getLast().lastLine());
		List<ShellLine> steps = steps(group);
		if (steps.isEmpty()) {
			this.set = (this.set != null) ? this.set : lines;
			this.reader.settings(group.getFirst()).forEach((setting) -> this.names.add(setting.name()));
		}
		steps.forEach((step) -> this.drafts.add(step.draft(title, this.setting.phase(), lines)));
		this.comments.ended(group.getLast().lastLine());
	}

	/**
	 * What comes of statements that belong together; nothing of a line that only sets.
	 */
	private List<ShellLine> steps(List<Statement> group) {
		List<Assignment> settings = (group.size() == 1) ? this.reader.settings(group.getFirst()) : List.of();
		if (!settings.isEmpty()) {
			return this.reader.remember(settings, group.getFirst()) ? List.of()
					: List.of(this.reader.found(settings, group.getFirst()));
		}
		List<Statement> work = withoutPrints(group);
		if (work.size() == 1) {
			return this.reader.unrolled(work.getFirst()).orElseGet(() -> List.of(whole(group, work.getFirst())));
		}
		List<ShellLine> read = work.stream().map(this.reader::read).toList();
		boolean sequence = work.stream()
			.limit(work.size() - 1L)
			.allMatch((statement) -> statement.connector() == Connector.AND || statement.connector() == Connector.THEN);
		return (sequence && read.stream().allMatch(ShellLine::known) && !leaves(work)) ? read
				: List.of(new ShellLine(source(group), Map.of(), whyManual(read)));
	}

	/** What a message after it says is shown anyway. */
	private ShellLine whole(List<Statement> group, Statement statement) {
		ShellLine line = this.reader.read(statement);
		return (group.size() == 1 || line.known()) ? line : new ShellLine(source(group), line.constants(), line.read());
	}

	/**
	 * A step of its own would not be in the folder that the line goes to first; a line of
	 * nothing but work by hand stays whole.
	 */
	private static boolean leaves(List<Statement> work) {
		return work.getFirst().source().startsWith("cd ");
	}

	/**
	 * Without the messages at both ends: {@code echo start; tool && echo done || true}.
	 */
	private static List<Statement> withoutPrints(List<Statement> group) {
		int first = 0;
		int last = group.size() - 1;
		while (last > first && ShellReader.prints(group.get(last))) {
			last--;
		}
		while (first < last && ShellReader.prints(group.get(first)) && group.get(first).connector() != Connector.OR) {
			first++;
		}
		return group.subList(first, last + 1);
	}

	private static io.watchfloor.command.Understanding<ReadLine> whyManual(List<ShellLine> read) {
		for (ShellLine line : read) {
			if (line.read() instanceof NotUnderstood<ReadLine>(String why)) {
				return new NotUnderstood<>("Several commands in one line. " + why);
			}
		}
		boolean byHand = read.stream().allMatch((line) -> line.read() instanceof ByHand<ReadLine>);
		boolean typed = read.stream().anyMatch((line) -> line.read() instanceof Understood<ReadLine>);
		if (byHand && !typed) {
			return new ByHand<>(read.stream()
				.map((line) -> ((ByHand<ReadLine>) line.read()).work())
				.reduce(ShellSteps::then)
				.orElseThrow());
		}
		return new NotUnderstood<>("The second command depends on the first one's failure, or on its folder.");
	}

	private static ManualWork then(ManualWork first, ManualWork second) {
		Risk risk = (first.risk().compareTo(second.risk()) > 0) ? first.risk() : second.risk();
		Kind kind = (first.kind() == Kind.TOOL) ? second.kind() : first.kind();
		return new ManualWork(first.does() + "; " + second.does(), risk,
				first.reason().equals(second.reason()) ? first.reason() : first.reason() + " " + second.reason(), kind);
	}

	private String source(List<Statement> group) {
		String text = this.code.text().substring(group.getFirst().start(), group.getLast().end());
		return (group.getLast().connector() == Connector.BACKGROUND) ? text + " &" : text;
	}

	private LineRange lines(int first, int last) {
		return new LineRange(this.code.firstLine() + first - 1, this.code.firstLine() + last - 1);
	}

}

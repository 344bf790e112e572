package io.watchfloor.runbook.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.command.ManualWork;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.Choice;
import io.watchfloor.runbook.Step.DecisionStep;
import io.watchfloor.runbook.Step.ManualStep;
import io.watchfloor.runbook.input.ReadLine;
import org.jspecify.annotations.Nullable;

/**
 * A step while its document is read: before it has a key, and while lines may join it.
 */
final class StepDraft {

	private String title;

	private final Phase phase;

	private final String text;

	private final Kind kind;

	private LineRange lines;

	private @Nullable ReadLine read;

	private Map<String, String> constants = Map.of();

	private String language = "";

	private @Nullable String condition;

	private @Nullable String reason;

	private @Nullable ManualWork work;

	private @Nullable String expected;

	private List<Choice> choices = List.of();

	private StepDraft(Kind kind, String title, Phase phase, LineRange lines, String text) {
		this.kind = kind;
		this.title = title;
		this.phase = phase;
		this.lines = lines;
		this.text = text;
	}

	static StepDraft action(String title, Phase phase, LineRange lines, String commandLine, ReadLine read,
			Map<String, String> constants) {
		StepDraft draft = new StepDraft(Kind.ACTION, title, phase, lines, commandLine);
		draft.read = read;
		draft.constants = constants;
		return draft;
	}

	static StepDraft query(String title, Phase phase, LineRange lines, String language, String text, ReadLine read) {
		StepDraft draft = action(title, phase, lines, text, read, Map.of());
		draft.language = language;
		return draft;
	}

	static StepDraft command(String title, Phase phase, LineRange lines, String commandLine, String reason) {
		StepDraft draft = new StepDraft(Kind.COMMAND, title, phase, lines, commandLine);
		draft.reason = reason;
		return draft;
	}

	static StepDraft byHand(String title, Phase phase, LineRange lines, String commandLine, ManualWork work) {
		StepDraft draft = command(title, phase, lines, commandLine, work.sentence());
		draft.work = work;
		return draft;
	}

	/** What a person does; weak when it alone does not make a procedure. */
	static StepDraft manual(String title, Phase phase, LineRange lines, String text, boolean weak) {
		return new StepDraft(weak ? Kind.HINT : Kind.MANUAL, title, phase, lines, text);
	}

	static StepDraft decision(String title, LineRange lines, List<Choice> choices) {
		StepDraft draft = new StepDraft(Kind.DECISION, title, Phase.DECIDE, lines, choices.toString());
		draft.choices = choices;
		return draft;
	}

	/** Is done only when this holds; the step's own words count first. */
	void onlyIf(@Nullable String outer) {
		this.condition = Conditions.of(this.title).orElse(outer);
	}

	boolean isCommand() {
		return this.kind == Kind.ACTION || this.kind == Kind.COMMAND;
	}

	boolean isStrong() {
		return this.kind != Kind.HINT;
	}

	String title() {
		return this.title;
	}

	void retitle(String better) {
		this.title = better;
	}

	/** What its action does; empty for what is no action. */
	String does() {
		return (this.read != null) ? this.read.does() : "";
	}

	String text() {
		return this.text;
	}

	LineRange lines() {
		return this.lines;
	}

	void startAt(int line) {
		this.lines = new LineRange(Math.min(line, this.lines.first()), this.lines.last());
	}

	void expect(String output, int lastLine) {
		this.expected = (this.expected == null) ? output : this.expected + "\n" + output;
		this.lines = new LineRange(this.lines.first(), Math.max(lastLine, this.lines.last()));
	}

	Step step(String key) {
		return switch (this.kind) {
			case ACTION -> action(key, Objects.requireNonNull(this.read));
			case COMMAND -> new ManualStep(key, this.title, this.phase, this.lines, this.text, true, this.reason,
					this.expected, this.condition, this.work);
			case MANUAL, HINT -> new ManualStep(key, this.title, this.phase, this.lines, this.text, false, null,
					this.expected, this.condition, null);
			case DECISION -> new DecisionStep(key, this.title, this.phase, this.lines, this.choices, this.condition);
		};
	}

	private ActionStep action(String key, ReadLine line) {
		return new ActionStep(key, this.title, this.phase, this.lines, this.language, this.text, line.call(),
				line.does(), this.expected, this.condition, line.inputs(), this.constants);
	}

	private enum Kind {

		ACTION, COMMAND, MANUAL, HINT, DECISION

	}

}

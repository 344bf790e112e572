package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.CodeKind;
import io.watchfloor.runbook.document.Plain;
import io.watchfloor.runbook.document.Source;
import io.watchfloor.runbook.document.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Heading;
import io.watchfloor.runbook.document.Block.Items;
import io.watchfloor.runbook.document.Block.Other;
import io.watchfloor.runbook.document.Block.Paragraph;
import io.watchfloor.runbook.document.Block.Table;
import org.jspecify.annotations.Nullable;

/** Walks the blocks of one procedure and collects its steps. */
final class StepBuilder {

	static final Pattern LEAD_IN = Pattern.compile("(\\*\\*|__)(.{1,200}?)\\1\\s*(?:\\([^)]{0,60}\\))?:?\\s*(.*)",
			Pattern.DOTALL);

	private static final Pattern EXPECT = Pattern
		.compile("(?i)(expected|example|sample)? ?(output|response|result|expected).{0,20}");

	private final LineReader lines;

	private final Source source;

	/** What the procedure sets. */
	private final Map<String, String> variables = new HashMap<>();

	private final List<StepDraft> drafts = new ArrayList<>();

	private Phase phase = Phase.STEPS;

	/** The heading of the procedure or of its part. */
	private String title;

	/** The bold line above, unless it only names a phase. */
	private @Nullable String label;

	/** What the heading or bold line above makes everything below depend on. */
	private @Nullable String condition;

	/** A sentence directly above a block that ends with a colon. */
	private @Nullable String intro;

	/** Whether the paragraph at hand stands directly above commands that it leads to. */
	private boolean leads;

	/** Whether the next block is output of the last command. */
	private boolean outputFollows;

	StepBuilder(LineReader lines, Source source, String title) {
		this.lines = lines;
		this.source = source;
		this.title = Plain.title(title);
		this.phase = PhaseNames.isPart(title) ? PhaseNames.of(title).orElse(Phase.STEPS) : Phase.STEPS;
	}

	List<StepDraft> read(List<Block> written) {
		List<Block> blocks = LooseFences.taken(written);
		for (int i = 0; i < blocks.size(); i++) {
			this.leads = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Code code && startsWithCommand(code);
			int before = this.drafts.size();
			block(blocks.get(i));
			this.drafts.subList(Math.min(before, this.drafts.size()), this.drafts.size())
				.forEach((draft) -> draft.onlyIf(this.condition));
		}
		return this.drafts;
	}

	/**
	 * Whether a block of commands has no title of its own on top, so that the sentence
	 * above is it.
	 */
	private static boolean startsWithCommand(Code code) {
		boolean commands = switch (CodeKind.of(code)) {
			case SHELL, SESSION -> true;
			case QUERY, TEXT, DATA -> false;
		};
		return commands && code.text()
			.lines()
			.filter((line) -> !line.isBlank())
			.findFirst()
			.stream()
			.noneMatch((line) -> line.strip().startsWith("#"));
	}

	private void block(Block block) {
		switch (block) {
			case Heading heading -> heading(heading);
			case Paragraph paragraph -> paragraph(paragraph);
			case Code code -> code(code, setting());
			case Items list -> new ListSteps(this).read(list);
			case Table table -> {
				this.drafts.addAll(new TableSteps(this.lines, this.variables).read(table, setting()));
				this.intro = null;
			}
			case Other other -> {
			}
		}
	}

	private void heading(Heading heading) {
		this.title = Plain.title(heading.text());
		this.condition = Conditions.ofLabel(heading.text()).orElse(null);
		this.label = null;
		this.intro = null;
		PhaseNames.of(heading.text()).ifPresentOrElse((named) -> this.phase = named, () -> {
			if (PhaseNames.isNumberedPart(heading.text())) {
				this.phase = Phase.STEPS;
			}
		});
	}

	private void paragraph(Paragraph paragraph) {
		Matcher bold = LEAD_IN.matcher(paragraph.text());
		this.intro = null;
		if (bold.matches()) {
			leadIn(bold.group(2), bold.group(3).isBlank());
			hint(bold.group(3), paragraph);
		}
		else if (isPhaseLine(paragraph.text())) {
			leadIn(paragraph.text(), true);
		}
		else {
			hint(paragraph.text(), paragraph);
		}
	}

	/** Whether a title can hold all of it, so that nothing is lost. */
	private static boolean isTitle(String text) {
		return text.strip().lines().count() == 1 && !Plain.title(text).endsWith("…");
	}

	private static boolean isPhaseLine(String text) {
		return text.strip().endsWith(":") && text.lines().count() == 1 && text.length() < 40
				&& PhaseNames.of(text).isPresent();
	}

	/**
	 * A bold line names a phase or labels what is below; text behind it belongs to it
	 * alone.
	 */
	private void leadIn(String text, boolean alone) {
		Optional<Phase> named = PhaseNames.of(text);
		if (alone) {
			this.condition = Conditions.ofLabel(text).orElse(null);
		}
		named.ifPresent((found) -> this.phase = found);
		if (named.isPresent() || alone) {
			this.label = named.isPresent() ? null : Plain.title(text);
		}
		if (named.isEmpty() && alone && Plain.text(text).matches("\\d.*")) {
			this.phase = Phase.STEPS;
		}
		this.outputFollows = EXPECT.matcher(Plain.name(text)).matches() && !this.drafts.isEmpty();
	}

	/** A sentence tells somebody to do something, or leads to the block below it. */
	private void hint(String text, Paragraph paragraph) {
		String plain = Plain.text(text);
		if (plain.endsWith(":")) {
			this.intro = Plain.title(text);
			this.outputFollows |= EXPECT.matcher(Plain.name(text)).matches() && !this.drafts.isEmpty();
		}
		else if (this.leads && isTitle(text) && Imperative.is(text)) {
			this.intro = Plain.title(text);
		}
		else if (this.phase != Phase.SYMPTOMS && Imperative.is(text)) {
			this.drafts.add(StepDraft.manual(Plain.title(text), this.phase, paragraph.lines(), text, true));
		}
	}

	/** Reads a code block where it stands; used for those in lists too. */
	void code(Code code, Setting setting) {
		switch (CodeKind.of(code)) {
			case SHELL -> this.drafts.addAll(new ShellSteps(this.lines, this.variables, code, setting).read());
			case SESSION -> this.drafts.addAll(new SessionSteps(this.lines, this.variables, code, setting).read());
			case QUERY -> this.drafts.addAll(new QuerySteps(this.lines, code, setting).read());
			case TEXT, DATA -> output(code);
		}
		this.intro = null;
		this.outputFollows = false;
	}

	private void output(Code code) {
		if (this.outputFollows && this.drafts.getLast().isCommand()) {
			this.drafts.getLast().expect(code.text().strip(), code.lines().last());
		}
	}

	Setting setting() {
		String above = (this.intro != null) ? this.intro : this.label;
		return new Setting(this.phase, this.label, (above != null) ? above : this.title);
	}

	Setting setting(String item) {
		return new Setting(this.phase, item, item);
	}

	Phase phase() {
		return this.phase;
	}

	List<StepDraft> drafts() {
		return this.drafts;
	}

	Source source() {
		return this.source;
	}

}

package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import io.watchfloor.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Step.Choice;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Item;
import io.watchfloor.runbook.document.Block.Items;

/**
 * Reads a list: items with code are titles, items with work are steps, pairs a decision.
 */
final class ListSteps {

	private static final Pattern PAIR = Pattern.compile("(.{3,90}?)\\s*(?::|→|->|=>| [–—-] )\\s*(\\S.*)",
			Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\([^)]*\\)");

	private final StepBuilder steps;

	ListSteps(StepBuilder steps) {
		this.steps = steps;
	}

	void read(Items list) {
		if (this.steps.phase() == Phase.DECIDE && decide(list, this.steps.setting().fallback(), list.lines().first())) {
			return;
		}
		long work = list.items().stream().filter((item) -> Imperative.is(item.text())).count();
		boolean ordered = list.ordered() && (work * 2 >= list.items().size() || this.steps.phase() != Phase.STEPS);
		list.items().forEach((item) -> item(item, ordered));
	}

	private void item(Item item, boolean ordered) {
		if (hasCode(item.inside())) {
			withCode(item);
			return;
		}
		Matcher bold = StepBuilder.LEAD_IN.matcher(item.text());
		String lead = bold.matches() ? bold.group(2) : item.text();
		if (item.inside().size() == 1 && item.inside().getFirst() instanceof Items inner
				&& PhaseNames.of(lead).filter(Phase.DECIDE::equals).isPresent()
				&& decide(inner, Plain.title(lead), item.lines().first())) {
			return;
		}
		Optional<WrittenCommand> written = WrittenCommand.in(item);
		if (written.isPresent() && this.steps.phase() != Phase.SYMPTOMS) {
			written(written.get(), item);
		}
		else if (isWork(item, ordered)) {
			String text = this.steps.source().text(item.lines()).stripIndent().strip();
			this.steps.drafts()
				.add(StepDraft.manual(Plain.title(item.text()), this.steps.phase(), item.lines(), text,
						!ordered && !item.checkbox()));
		}
	}

	private void written(WrittenCommand written, Item item) {
		int before = this.steps.drafts().size();
		this.steps.code(written.code(), this.steps.setting(written.title()));
		String expected = written.expected();
		if (expected != null && this.steps.drafts().size() > before) {
			this.steps.drafts().getLast().expect(expected, item.lines().last());
		}
	}

	private boolean isWork(Item item, boolean ordered) {
		String text = item.text().strip();
		boolean nothing = text.isEmpty() || LINK.matcher(text).matches() || text.startsWith("[");
		if (nothing || this.steps.phase() == Phase.SYMPTOMS) {
			return false;
		}
		return item.checkbox() || ordered || Imperative.is(text);
	}

	/**
	 * The item is the title of its code; its lines go to the first step that comes of it.
	 */
	private void withCode(Item item) {
		String title = Plain.title(item.text());
		int before = this.steps.drafts().size();
		int line = item.own().first();
		for (Block block : item.inside()) {
			switch (block) {
				case Code code -> this.steps.code(code, this.steps.setting(title));
				case Items inner -> read(inner);
				case Block other -> {
				}
			}
			if (this.steps.drafts().size() > before && line > 0) {
				this.steps.drafts().get(before).startAt(line);
				line = 0;
			}
		}
		if (line > 0 && isWork(item, true)) {
			this.steps.drafts()
				.add(StepDraft.manual(title, this.steps.phase(), item.lines(),
						this.steps.source().text(item.lines()).stripIndent().strip(), false));
		}
	}

	private static boolean hasCode(List<Block> blocks) {
		return blocks.stream()
			.anyMatch((block) -> block instanceof Code || (block instanceof Items list
					&& list.items().stream().anyMatch((item) -> hasCode(item.inside()))));
	}

	/** Cause and solution in each item; false when the list is not made of such pairs. */
	private boolean decide(Items list, String title, int firstLine) {
		List<Choice> choices = new ArrayList<>();
		for (Item item : list.items()) {
			Matcher pair = PAIR.matcher(item.text());
			if (!pair.matches() || !item.inside().isEmpty()) {
				return false;
			}
			choices
				.add(new Choice(Plain.title(pair.group(1)), Plain.text(pair.group(2)), TableSteps.anchor(item.text())));
		}
		if (choices.size() < 2) {
			return false;
		}
		StepDraft decision = StepDraft.decision(title, list.lines(), choices);
		decision.startAt(firstLine);
		return this.steps.drafts().add(decision);
	}

}

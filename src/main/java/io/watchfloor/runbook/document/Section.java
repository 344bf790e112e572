package io.watchfloor.runbook.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block.Heading;
import io.watchfloor.runbook.document.Block.Paragraph;

/** A heading with what stands below it. */
public final class Section {

	private static final Pattern NAMED = Pattern
		.compile("(?i)(\\*\\*|__)(?:runbook|playbook|scenario|procedure)(?:\\s+\\d+)?\\s*:\\s*(.{2,120}?)\\1:?\\s*");

	private final Heading heading;

	private final List<Block> own = new ArrayList<>();

	private final List<Section> children = new ArrayList<>();

	private Section(Heading heading) {
		this.heading = heading;
	}

	/**
	 * Builds the tree; its root has level 0 and holds what stands above the first
	 * heading.
	 */
	public static Section tree(List<Block> blocks, String title) {
		Section root = new Section(new Heading(0, title, new LineRange(1, 1)));
		List<Section> open = new ArrayList<>(List.of(root));
		int level = 0;
		for (Block block : blocks) {
			Heading heading = heading(block, level);
			if (heading == null) {
				open.getLast().own.add(block);
				continue;
			}
			level = (block instanceof Heading) ? heading.level() : level;
			while (open.getLast().heading.level() >= heading.level()) {
				open.removeLast();
			}
			Section section = new Section(heading);
			open.getLast().children.add(section);
			open.add(section);
		}
		return root;
	}

	/** A heading, or a bold line such as "Runbook: Queue is full" that stands for one. */
	private static @org.jspecify.annotations.Nullable Heading heading(Block block, int level) {
		if (block instanceof Paragraph(String text, LineRange lines)) {
			Matcher named = NAMED.matcher(text);
			return named.matches() ? new Heading(level + 1, named.group(2), lines) : null;
		}
		return (block instanceof Heading heading) ? heading : null;
	}

	public Heading heading() {
		return this.heading;
	}

	public String title() {
		return Plain.text(this.heading.text());
	}

	public List<Block> own() {
		return this.own;
	}

	public List<Section> children() {
		return this.children;
	}

	/** All blocks of the section, headings of the parts included. */
	public void collect(List<Block> blocks, List<Section> parts) {
		blocks.addAll(this.own);
		for (Section part : parts) {
			blocks.add(part.heading);
			part.collect(blocks, part.children);
		}
	}

}

package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Section;
import io.watchfloor.runbook.document.Plain;
import io.watchfloor.runbook.document.Source;
import io.watchfloor.runbook.document.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.input.LineReader;

/** Decides which sections are procedures and which only parts of one. */
final class ProcedureFinder {

	private final LineReader lines;

	private final Source source;

	private final List<Procedure> procedures = new ArrayList<>();

	private final Map<Section, Boolean> strong = new HashMap<>();

	private final Map<String, Integer> slugs = new HashMap<>();

	ProcedureFinder(LineReader lines, Source source) {
		this.lines = lines;
		this.source = source;
	}

	List<Procedure> find(Section root) {
		visit(root, List.of());
		return this.procedures;
	}

	private void visit(Section section, List<String> path) {
		List<Section> parts = parts(section);
		List<Block> blocks = new ArrayList<>();
		section.collect(blocks, parts);
		List<StepDraft> drafts = steps(section, blocks);
		if (drafts.stream().anyMatch(StepDraft::isStrong) && !PhaseNames.isContents(section.heading().text())) {
			this.procedures.add(procedure(section, path, blocks, drafts));
		}
		Set<Section> within = new HashSet<>(parts);
		List<String> below = new ArrayList<>(path);
		below.add(section.title());
		section.children()
			.stream()
			.filter((child) -> !within.contains(child))
			.forEach((child) -> visit(child, (section.heading().level() == 0) ? path : below));
	}

	/**
	 * The sub-headings that are phases or steps of the section: numbered steps always,
	 * phases when they are more than the other sub-headings with steps.
	 */
	private List<Section> parts(Section section) {
		List<Section> parts = section.children()
			.stream()
			.filter((child) -> PhaseNames.isPart(child.heading().text()))
			.toList();
		boolean numbered = parts.stream().anyMatch((part) -> PhaseNames.isNumberedPart(part.heading().text()));
		Set<Section> listed = new HashSet<>(parts);
		long others = section.children().stream().filter((child) -> !listed.contains(child) && hasSteps(child)).count();
		boolean enough = parts.size() > 1 || isStrong(section);
		return (section.heading().level() > 0 && (numbered || (enough && parts.size() > others))) ? parts : List.of();
	}

	private boolean hasSteps(Section section) {
		return isStrong(section) || section.children().stream().anyMatch(this::hasSteps);
	}

	/** Whether what stands directly below the heading makes a procedure. */
	private boolean isStrong(Section section) {
		return this.strong.computeIfAbsent(section,
				(asked) -> steps(asked, asked.own()).stream().anyMatch(StepDraft::isStrong));
	}

	private List<StepDraft> steps(Section section, List<Block> blocks) {
		return blocks.isEmpty() ? List.of()
				: new StepBuilder(this.lines, this.source, section.heading().text()).read(blocks);
	}

	private Procedure procedure(Section section, List<String> path, List<Block> blocks, List<StepDraft> drafts) {
		int last = blocks.stream().mapToInt((block) -> block.lines().last()).max().orElse(1);
		StepTitles.distinct(drafts);
		Map<String, Integer> seen = new HashMap<>();
		List<Step> steps = drafts.stream().map((draft) -> draft.step(key(draft.text(), seen))).toList();
		return new Procedure(unique(Plain.slug(section.title()), this.slugs), section.title(), path,
				new LineRange(section.heading().lines().first(), last), steps);
	}

	/** The same text has the same key, whatever is edited around it. */
	private static String key(String text, Map<String, Integer> seen) {
		byte[] normalised = text.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8);
		return unique(HexFormat.of().formatHex(CanonicalJson.sha256(normalised), 0, 5), seen);
	}

	private static String unique(String name, Map<String, Integer> seen) {
		int count = seen.merge(name, 1, Integer::sum);
		return (count == 1) ? name : name + "-" + count;
	}

}

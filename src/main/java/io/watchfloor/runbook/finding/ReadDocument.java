package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.document.Block;
import io.watchfloor.runbook.document.Source;

/**
 * A document as its rules see it.
 *
 * @param source its lines
 * @param blocks in order, at the top level
 * @param procedures what was understood
 * @param commands every command of its code blocks, in order
 */
public record ReadDocument(Source source, List<Block> blocks, List<Procedure> procedures, List<CodeLine> commands) {

	private static final int LONGEST = 2_000;

	/**
	 * The lines, those that nobody can have written by hand as empty: rules look at lines
	 * more than once.
	 */
	List<String> written() {
		return this.source.lines().stream().map((line) -> (line.length() > LONGEST) ? "" : line).toList();
	}

	/** Shows every block, those inside lists too. */
	void each(Consumer<Block> seen) {
		each(this.blocks, seen);
	}

	private static void each(List<Block> blocks, Consumer<Block> seen) {
		for (Block block : blocks) {
			seen.accept((block instanceof Block.Code code) ? written(code) : block);
			if (block instanceof Block.Items items) {
				items.items().forEach((item) -> each(item.inside(), seen));
			}
		}
	}

	/**
	 * Without lines that nobody can have written by hand: rules search them again and
	 * again.
	 */
	private static Block.Code written(Block.Code code) {
		if (code.text().length() <= LONGEST || code.text().lines().noneMatch((line) -> line.length() > LONGEST)) {
			return code;
		}
		String text = code.text()
			.lines()
			.map((line) -> (line.length() > LONGEST) ? "" : line)
			.collect(Collectors.joining("\n", "", "\n"));
		return new Block.Code(code.info(), text, code.firstLine(), code.lines());
	}

	/** Every block of a kind. */
	<B extends Block> List<B> all(Class<B> kind) {
		List<B> found = new java.util.ArrayList<>();
		each((block) -> {
			if (kind.isInstance(block)) {
				found.add(kind.cast(block));
			}
		});
		return found;
	}

}

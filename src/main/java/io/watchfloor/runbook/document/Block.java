package io.watchfloor.runbook.document;

import java.util.List;

import io.watchfloor.runbook.LineRange;

/** A piece of a document, in its order. Texts are Markdown as written. */
public sealed interface Block {

	/** Where it stands. */
	LineRange lines();

	/** A heading, or a bold line that names a runbook. */
	record Heading(int level, String text, LineRange lines) implements Block {
	}

	/** Text. */
	record Paragraph(String text, LineRange lines) implements Block {
	}

	/**
	 * A fenced or indented block.
	 *
	 * @param info the word behind the fence, lower case
	 * @param firstLine the line of the first character of the text
	 */
	record Code(String info, String text, int firstLine, LineRange lines) implements Block {
	}

	/** A list. */
	record Items(boolean ordered, List<Item> items, LineRange lines) implements Block {
	}

	/**
	 * A list's item.
	 *
	 * @param text its first paragraph
	 * @param own the lines of that paragraph
	 * @param inside what follows within the item
	 * @param checkbox whether it starts with {@code [ ]} or {@code [x]}
	 */
	record Item(String text, LineRange own, List<Block> inside, boolean checkbox, LineRange lines) {
	}

	/** A table; the first row is its header. */
	record Table(List<Row> rows, LineRange lines) implements Block {
	}

	/** A row of a table. */
	record Row(List<String> cells, int line) {
	}

	/** HTML, rules, front matter, definitions. */
	record Other(LineRange lines) implements Block {
	}

}

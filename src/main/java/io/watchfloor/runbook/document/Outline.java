package io.watchfloor.runbook.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds a document's blocks. What stands inside a line is left alone: steps keep their
 * Markdown, and text that is made to be slow to parse costs nothing.
 */
public final class Outline {

	/** Deeper quotes and lists are text; real runbooks reach 8. */
	private static final int DEEPEST = 60;

	private static final int LONGEST_PARAGRAPH = 2_000;

	private static final Pattern FENCE = Pattern.compile("\\s{0,12}(`{3,}|~{3,})");

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
			YamlFrontMatterExtension.create());

	private static final Parser PARSER = Parser.builder()
		.extensions(EXTENSIONS)
		.includeSourceSpans(IncludeSourceSpans.BLOCKS)
		.inlineParserFactory((context) -> (lines, node) -> {
		})
		.maxOpenBlockParsers(DEEPEST)
		.build();

	private Outline() {
	}

	/**
	 * The parser looks at a whole paragraph again with each of its lines. What is longer
	 * than a paragraph can be is cut; the line at the cut stays text.
	 */
	private static List<String> shortened(List<String> lines) {
		List<String> shortened = new ArrayList<>(lines.size());
		int length = 0;
		boolean code = false;
		for (String line : lines) {
			boolean fence = FENCE.matcher(line).lookingAt();
			code ^= fence;
			length = (fence || code || line.isBlank()) ? 0 : length + 1;
			shortened.add((length > 0 && length % LONGEST_PARAGRAPH == 0) ? "" : line);
		}
		return shortened;
	}

	public static List<Block> read(Source source) {
		Node document = PARSER.parse(String.join("\n", shortened(Fences.close(Dialects.plain(source.lines())))));
		return new Blocks(source).inside(document);
	}

}

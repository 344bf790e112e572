package io.watchfloor.runbook.document;

import java.util.List;

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

	public static List<Block> read(Source source) {
		Node document = PARSER.parse(String.join("\n", Fences.close(source.lines())));
		return new Blocks(source).inside(document);
	}

}

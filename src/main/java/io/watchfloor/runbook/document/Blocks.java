package io.watchfloor.runbook.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Heading;
import io.watchfloor.runbook.document.Block.Item;
import io.watchfloor.runbook.document.Block.Items;
import io.watchfloor.runbook.document.Block.Other;
import io.watchfloor.runbook.document.Block.Paragraph;
import io.watchfloor.runbook.document.Block.Row;
import io.watchfloor.runbook.document.Block.Table;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

/** Turns the parser's nodes into blocks. */
final class Blocks {

	private static final Pattern CHECKBOX = Pattern.compile("\\[[ xX]]\\s+(.*)", Pattern.DOTALL);

	private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

	private final Source source;

	Blocks(Source source) {
		this.source = source;
	}

	List<Block> inside(Node parent) {
		List<Block> blocks = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof BlockQuote) {
				blocks.addAll(inside(node));
			}
			else if (!node.getSourceSpans().isEmpty()) {
				Block block = block(node);
				boolean open = node instanceof FencedCodeBlock fenced && fenced.getClosingFenceLength() == null;
				blocks.addAll((open && block instanceof Code code) ? OpenFence.pieces(code) : List.of(block));
			}
		}
		return blocks;
	}

	private Block block(Node node) {
		LineRange lines = this.source.range(node);
		return switch (node) {
			case org.commonmark.node.Heading heading -> new Heading(heading.getLevel(), headingText(heading), lines);
			case org.commonmark.node.Paragraph paragraph -> new Paragraph(this.source.text(paragraph), lines);
			case FencedCodeBlock code -> new Code(info(code), code.getLiteral(), lines.first() + 1, lines);
			case IndentedCodeBlock code -> new Code("", code.getLiteral(), lines.first(), lines);
			case ListBlock list -> new Items(list instanceof OrderedList, items(list), lines);
			case TableBlock table -> new Table(rows(table), lines);
			case HtmlBlock html ->
				HtmlCode.of(html.getLiteral(), lines).<Block>map((code) -> code).orElseGet(() -> new Other(lines));
			case Node other -> new Other(lines);
		};
	}

	/** Without the number signs, or the line of dashes below. */
	private String headingText(org.commonmark.node.Heading heading) {
		String text = this.source.text(heading);
		return text.startsWith("#") ? text.replaceAll("^#+\\s*|\\s+#+\\s*$", "")
				: text.replaceFirst("\n[=-]+\\s*$", "");
	}

	private static String info(FencedCodeBlock code) {
		String info = (code.getInfo() == null) ? "" : code.getInfo().strip();
		return info.split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
	}

	private List<Item> items(ListBlock list) {
		List<Item> items = new ArrayList<>();
		for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
			if (!node.getSourceSpans().isEmpty()) {
				items.add(item(node));
			}
		}
		return items;
	}

	private Item item(Node node) {
		LineRange lines = this.source.range(node);
		List<Block> inside = inside(node);
		if (inside.isEmpty() || !(inside.getFirst() instanceof Paragraph(String text, LineRange own))) {
			return new Item("", new LineRange(lines.first(), lines.first()), inside, false, lines);
		}
		Matcher checkbox = CHECKBOX.matcher(text);
		boolean checked = checkbox.matches();
		List<Block> below = inside.subList(1, inside.size()).stream().map(this::meant).toList();
		return new Item(checked ? checkbox.group(1) : text, own, below, checked, lines);
	}

	/**
	 * Four blanks make code, but below an item's number they make a paragraph of it:
	 * where it reads as a command its author meant code.
	 */
	private Block meant(Block below) {
		if (!(below instanceof Paragraph(String text, LineRange lines))
				|| !text.lines().allMatch(CodeKind::isCommand)) {
			return below;
		}
		boolean indented = this.source.text(lines).lines().allMatch((line) -> line.matches("(?: {4}|\\t).*"));
		return indented ? new Code("", text + "\n", lines.first(), lines) : below;
	}

	private List<Row> rows(Node table) {
		List<Row> rows = new ArrayList<>();
		for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
			for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
				if (row instanceof TableRow && !row.getSourceSpans().isEmpty()) {
					rows.add(row(row));
				}
			}
		}
		return rows;
	}

	/** The parser knows where a row stands, but not its cells. */
	private Row row(Node row) {
		String line = this.source.text(row).replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
		List<String> cells = Stream.of(CELL_END.split(line, -1))
			.map((cell) -> cell.strip().replace("\\|", "|"))
			.toList();
		return new Row(cells, this.source.range(row).first());
	}

}

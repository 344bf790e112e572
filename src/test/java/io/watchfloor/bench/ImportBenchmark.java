package io.watchfloor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.runbook.Books;
import io.watchfloor.runbook.reading.RunbookReader;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reading the source runbooks whole, commands split, against commonmark parsing the same
 * texts with source spans and doing nothing with them.
 */
final class ImportBenchmark implements Benchmark {

	private static final int WARM_UP = 40;

	private final RunbookReader reader = Books.reader();

	private final Parser parser = Parser.builder()
		.extensions(List.of(TablesExtension.create()))
		.includeSourceSpans(IncludeSourceSpans.BLOCKS)
		.build();

	private final List<String> texts = new ArrayList<>();

	@Override
	public String name() {
		return "import";
	}

	@Override
	public String unit() {
		return "ms";
	}

	@Override
	public Better better() {
		return Better.LOWER;
	}

	@Override
	public void prepare() throws Exception {
		Path folder = Books.shared("source-runbooks")
			.orElseThrow(() -> new IllegalStateException("set -Dwatchfloor.shared to the shared folder"));
		for (Path file : Books.markdown(folder)) {
			this.texts.add(Files.readString(file));
		}
		for (int i = 0; i < WARM_UP; i++) {
			ours();
			peer();
		}
	}

	@Override
	public double ours() {
		long start = System.nanoTime();
		this.texts.forEach((text) -> this.reader.read(Books.id("book.md"), text));
		return (System.nanoTime() - start) / 1e6;
	}

	@Override
	public double peer() {
		long start = System.nanoTime();
		this.texts.forEach(this.parser::parse);
		return (System.nanoTime() - start) / 1e6;
	}

}

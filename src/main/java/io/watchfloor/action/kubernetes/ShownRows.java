package io.watchfloor.action.kubernetes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.action.Reading;

/** The rows of one type, and how those of several become one reading. */
record ShownRows(Selection selection, Rows rows) {

	static Reading reading(List<ShownRows> all, KubeGet action, boolean wide, String source, Instant at) {
		int count = all.stream().mapToInt((each) -> each.rows().rows().size()).sum();
		if (count == 0) {
			return new Reading(true, "No resources found", 0.0, "rows", null, "No resources found", source, at);
		}
		boolean several = all.stream().filter((each) -> !each.rows().rows().isEmpty()).count() > 1;
		List<Reading.Table> tables = all.stream()
			.filter((each) -> !each.rows().rows().isEmpty())
			.map((each) -> each.table(action, wide, several))
			.toList();
		String text = tables.stream()
			.map((table) -> TextTable.of(table, !action.noHeaders()))
			.collect(Collectors.joining("\n\n"));
		return new Reading(true, count + ((count == 1) ? " row" : " rows"), (double) count, "rows", joined(tables),
				text, source, at);
	}

	private Reading.Table table(KubeGet action, boolean wide, boolean several) {
		String kinds = (several || action.showKind()) ? this.selection.type().qualified() : "";
		List<String> labels = (action.labelColumns() != null) ? List.of(action.labelColumns().split(",", -1))
				: List.of();
		boolean namespaces = action.allNamespaces() && this.selection.type().namespaced();
		return this.rows.shown(wide, namespaces, labels, action.showLabels(), kinds);
	}

	/** One table when all have the same columns, else one with the widest row's count. */
	private static Reading.Table joined(List<Reading.Table> tables) {
		if (tables.size() == 1) {
			return tables.getFirst();
		}
		int width = tables.stream().mapToInt((table) -> table.columns().size()).max().orElse(0);
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < tables.size(); i++) {
			Reading.Table table = tables.get(i);
			if (i > 0) {
				rows.add(padded(table.columns(), width));
			}
			table.rows().forEach((row) -> rows.add(padded(row, width)));
		}
		return new Reading.Table(padded(tables.getFirst().columns(), width), rows);
	}

	private static List<String> padded(List<String> cells, int width) {
		List<String> padded = new ArrayList<>(cells);
		padded.addAll(Collections.nCopies(width - cells.size(), ""));
		return padded;
	}

}

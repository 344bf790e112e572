package io.watchfloor.action.postgres;

/** How many rows, in words: "1 row", "? rows". */
final class RowCount {

	private RowCount() {
	}

	static String words(String rows) {
		return rows + (rows.equals("1") ? " row" : " rows");
	}

	static String words(long rows) {
		return words(Long.toString(rows));
	}

}

package io.watchfloor.run.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.watchfloor.run.DisplayText;

/** Rows of small tables, and durations in words. */
final class Cells {

	private Cells() {
	}

	static NativeTableRow headings(String... texts) {
		NativeTableRow row = new NativeTableRow();
		for (String text : texts) {
			row.add(new NativeTableHeaderCell(text));
		}
		return row;
	}

	static NativeTableRow row(String... texts) {
		NativeTableRow row = new NativeTableRow();
		for (String text : texts) {
			row.add(new NativeTableCell(DisplayText.inert(text)));
		}
		return row;
	}

	/** "1 h 5 min", "60 s". */
	static String words(Duration duration) {
		if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
			return duration.toSeconds() + " s";
		}
		List<String> parts = new ArrayList<>();
		if (duration.toHours() > 0) {
			parts.add(duration.toHours() + " h");
		}
		if (duration.toMinutesPart() > 0) {
			parts.add(duration.toMinutesPart() + " min");
		}
		if (duration.toSecondsPart() > 0) {
			parts.add(duration.toSecondsPart() + " s");
		}
		return String.join(" ", parts);
	}

}

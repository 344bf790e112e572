package io.watchfloor.runbook.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import org.jspecify.annotations.Nullable;

/**
 * The document as its authors wrote it: each line as text with its number, nothing in it
 * interpreted but where its links lead. A click on a line selects its step.
 */
final class DocumentPanel extends Div {

	private static final String CLICKED_LINE = "event.target.closest('[data-line]')?.dataset.line";

	private final List<Div> lines = new ArrayList<>();

	DocumentPanel(Runbook book, LinkPlaces places) {
		addClassName("rb-document");
		getElement().setAttribute("tabindex", "0")
			.setAttribute("role", "region")
			.setAttribute("aria-label", "The document as your team wrote it");
		H2 title = new H2("The document as your team wrote it");
		title.addClassName("rb-pane-title");
		add(title);
		Map<Integer, RunbookFinding> found = worst(book);
		boolean code = false;
		for (String text : book.lines()) {
			boolean fence = text.strip().startsWith("```") || text.strip().startsWith("~~~");
			Div line = new DocumentLine(text, places, code || fence);
			line.addClassName("rb-line");
			line.addClassName(fence ? "rb-fence" : code ? "rb-code" : text.startsWith("#") ? "rb-heading" : "rb-text");
			this.lines.add(line);
			line.getElement().setAttribute("data-line", String.valueOf(this.lines.size()));
			mark(line, found.get(this.lines.size()));
			add(line);
			code ^= fence;
		}
	}

	private static Map<Integer, RunbookFinding> worst(Runbook book) {
		Map<Integer, RunbookFinding> worst = new HashMap<>();
		book.findings()
			.forEach((finding) -> worst.merge(finding.lines().first(), finding,
					(one, other) -> (other.rule().severity().compareTo(one.rule().severity()) < 0) ? other : one));
		return worst;
	}

	private static void mark(Div line, @Nullable RunbookFinding finding) {
		if (finding != null) {
			line.addClassNames("rb-found", FindingRow.style(finding.rule().severity()));
			line.getElement().setAttribute("title", finding.sentence());
		}
	}

	/** Tells the number of a line that is clicked. */
	void onClick(IntConsumer clicked) {
		getElement().addEventListener("click", (event) -> {
			String number = event.getEventData().path(CLICKED_LINE).asString("");
			if (!number.isEmpty()) {
				clicked.accept(Integer.parseInt(number));
			}
		}).addEventData(CLICKED_LINE);
	}

	/** Marks the lines of a step and brings them into view. */
	void show(LineRange range) {
		for (int i = 0; i < this.lines.size(); i++) {
			boolean marked = range.contains(i + 1);
			if (this.lines.get(i).hasClassName("marked") != marked) {
				this.lines.get(i).setClassName("marked", marked);
			}
		}
		scrollTo(range.first());
	}

	void scrollTo(int line) {
		if (line >= 1 && line <= this.lines.size()) {
			this.lines.get(line - 1).scrollIntoView();
		}
	}

}

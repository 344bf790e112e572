package io.watchfloor.run.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.watchfloor.kernel.Problem;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.drill.Drill;
import io.watchfloor.run.drill.DrillMarkdown;
import io.watchfloor.run.drill.DrillReport;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import io.watchfloor.ui.KeyBindings;
import io.watchfloor.ui.MainLayout;
import io.watchfloor.ui.Notices;
import jakarta.annotation.security.PermitAll;

/** What a drill came to. */
@Route(value = "runs/:id/report", layout = MainLayout.class)
@PageTitle("Drill report")
@StyleSheet("themes/run.css")
@PermitAll
class DrillReportView extends Div implements BeforeEnterObserver {

	private final Drills drills;

	private final Authority authority;

	DrillReportView(Drills drills, Authority authority) {
		this.drills = drills;
		this.authority = authority;
		addClassNames("wf-page", "run-report");
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		show(event.getRouteParameters()
			.get("id")
			.flatMap(DrillReportView::parse)
			.flatMap(this.drills::report)
			.orElseThrow(NotFoundException::new));
	}

	private static Optional<RunId> parse(String text) {
		try {
			return Optional.of(RunId.parse(text));
		}
		catch (IllegalArgumentException noId) {
			return Optional.empty();
		}
	}

	private void show(DrillReport report) {
		removeAll();
		Anchor export = new Anchor((DownloadEvent event) -> download(report, event), "Download as Markdown");
		Div head = new Div(new H1(report.run().title()), DrillBar.chip(), StepLook.chip(report.run().state()),
				RunHeader.environment(report.run().environment(), report.run().production()),
				new Anchor("runs/" + report.run().id(), "Open the walk"), export);
		head.addClassName("wf-row");
		add(head, facts(report), steps(report), list("Findings", report.findings()), hard(report));
		add(new KeyBindings().on("n", "Write what was hard", () -> write(report)));
	}

	private static Div facts(DrillReport report) {
		Drill drill = report.drill();
		Div facts = new Div();
		facts.addClassNames("wf-card", "run-facts");
		Span began = new Span("Began ");
		began.add(Ago.moment(report.run().startedAt()));
		facts.add(new Div(began));
		Div time = StepCard.row(new Span("Took " + report.took().map(DrillMarkdown::words).orElse("(under way)")));
		if (drill.within() != null) {
			time.add(new Span("Recovery target of " + drill.component() + ": "
					+ DrillMarkdown.words(Objects.requireNonNull(drill.within()))));
			report.inTime()
				.ifPresent(
						(kept) -> time.add(kept ? new Chip(Chip.Tone.OK, "Kept") : new Chip(Chip.Tone.CRIT, "Missed")));
		}
		facts.add(time, new Div("Took part: " + String.join(", ", report.people())));
		if (drill.faultLabel() != null) {
			facts.add(new Div("Injected: " + drill.faultLabel() + ((drill.faultClearedAt() != null)
					? ", put right at the end" : ", put right when the walk is over")));
		}
		facts.add(new Div("Nothing was changed: a drill sends no change."));
		return facts;
	}

	private static Div steps(DrillReport report) {
		NativeTable table = new NativeTable();
		table.addClassName("wf-table");
		table.add(new NativeTableHeader(Cells.headings("Step", "State", "Took", "What came of it")));
		NativeTableBody body = new NativeTableBody();
		report.lines().forEach((line) -> body.add(row(line)));
		table.add(body);
		Div scroller = new Div(table);
		scroller.addClassName("run-report-steps");
		return scroller;
	}

	private static NativeTableRow row(DrillReport.Line line) {
		StepRun step = line.step();
		String came = Optional.ofNullable(step.message()).or(() -> Optional.ofNullable(step.note())).orElse("");
		NativeTableRow row = new NativeTableRow();
		NativeTableCell state = new NativeTableCell();
		state.add(StepLook.of(step).chip());
		row.add(new NativeTableCell(step.shortTitle()), state,
				new NativeTableCell(line.took().map(DrillMarkdown::words).orElse("")), new NativeTableCell(came));
		return row;
	}

	private static Div list(String title, java.util.List<String> lines) {
		UnorderedList list = new UnorderedList();
		lines.forEach((line) -> list.add(new ListItem(line)));
		Div part = new Div(new H2(title));
		part.add(lines.isEmpty() ? StepCard.dim("Nothing was written down.") : list);
		return part;
	}

	private Div hard(DrillReport report) {
		String hard = report.drill().hard();
		Div part = new Div(new H2("What was hard"));
		part.add((hard != null) ? new Div(hard) : StepCard.dim("Nobody has written that yet."));
		if (this.authority.hasSomewhere(Permission.OPERATE)) {
			part.add(new Button((hard != null) ? "Change…" : "Write…", (click) -> write(report)));
		}
		return part;
	}

	private void write(DrillReport report) {
		String hard = report.drill().hard();
		Ask.words("What was hard", "For the next time, and for whoever mends the runbook", "Keep",
				(hard != null) ? hard : "", (text) -> {
					try {
						this.drills.hard(report.run().id(), text);
						this.drills.report(report.run().id()).ifPresent(this::show);
					}
					catch (Problem problem) {
						Notices.problem(problem);
					}
				});
	}

	private static void download(DrillReport report, DownloadEvent event) throws IOException {
		event.setFileName("drill-" + report.run().procedure() + "-"
				+ report.run().startedAt().toString().substring(0, 10) + ".md");
		event.setContentType("text/markdown;charset=utf-8");
		event.getOutputStream().write(DrillMarkdown.of(report).getBytes(StandardCharsets.UTF_8));
	}

}

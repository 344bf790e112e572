package io.watchfloor.audit.ui;

import java.io.IOException;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.watchfloor.audit.AuditExport;
import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecords;
import io.watchfloor.audit.AuditVerification;
import io.watchfloor.kernel.Counted;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.KeyBindings;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** The audit log: search it, look at one record, verify the chain, export. */
@Route(value = "audit", layout = MainLayout.class)
@PageTitle("Audit")
@PermitAll
@StyleSheet("themes/audit.css")
class AuditView extends Div implements BeforeEnterObserver {

	private final AuditRecords records;

	private final AuditExport export;

	private final FilterBar filter = new FilterBar(this::search);

	private final AuditGrid grid = new AuditGrid();

	private final RecordPanel panel = new RecordPanel();

	private final Span count = new Span();

	AuditView(AuditRecords records, AuditVerification verification, AuditExport export, Authority authority) {
		this.records = records;
		this.export = export;
		addClassNames("wf-page", "audit-page");
		this.count.addClassNames("wf-dim", "audit-count");
		Div header = new Div(new H1("Audit"), this.count, new VerifyPanel(verification));
		header.addClassName("wf-row");
		if (authority.has(Permission.EXPORT_AUDIT)) {
			header.add(exportLink());
		}
		Div body = new Div(this.grid, this.panel);
		body.addClassName("audit-body");
		add(header, this.filter, body, new KeyBindings().on("/", "Search", this.filter::focusSearch));
		this.grid.asSingleSelect().addValueChangeListener((event) -> {
			this.panel.show(event.getValue());
			if (event.isFromClient()) {
				remember();
			}
		});
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		QueryParameters address = event.getLocation().getQueryParameters();
		AuditFilter asked = AuditAddress.read(address);
		this.filter.actions(this.records.actions());
		this.filter.show(asked);
		show(asked);
		AuditAddress.selected(address)
			.stream()
			.boxed()
			.flatMap((sequence) -> this.records.find(sequence).stream())
			.forEach(this.grid::select);
	}

	private void search() {
		show(this.filter.filter());
		remember();
	}

	private void remember() {
		QueryParameters address = AuditAddress.write(this.filter.filter(), this.grid.asSingleSelect().getValue());
		getUI().ifPresent((ui) -> ui.getPage().getHistory().replaceState(null, new Location("audit", address)));
	}

	private void show(AuditFilter asked) {
		AuditPages pages = new AuditPages(this.records, asked);
		this.grid.setDataProvider(pages.provider());
		String number = Counted.of(pages.count(), asked.all() ? "record" : "matching record");
		this.count.setText(pages.cut() ? "The newest " + number + "; narrow the search for older ones" : number);
	}

	private Anchor exportLink() {
		Anchor link = new Anchor((DownloadEvent event) -> download(event), "Export");
		link.addClassName("wf-spread");
		return link;
	}

	private void download(DownloadEvent event) throws IOException {
		event.setFileName("audit.jsonl");
		event.setContentType("application/x-ndjson");
		this.export.write(event.getOutputStream());
	}

}

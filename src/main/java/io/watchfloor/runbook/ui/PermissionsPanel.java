package io.watchfloor.runbook.ui;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.watchfloor.action.AccessDocument;
import io.watchfloor.kernel.Counted;
import io.watchfloor.runbook.permission.Grants;
import io.watchfloor.runbook.permission.Permissions;
import io.watchfloor.ui.Background;
import io.watchfloor.ui.CodeBlock;

/** What to grant the console at each target, for the actions that the runbooks hold. */
class PermissionsPanel extends Div {

	private final transient Permissions permissions;

	private final String system;

	private final Div documents = new Div();

	private final Button show = new Button("Work out permissions", (click) -> workOut());

	PermissionsPanel(String system, Permissions permissions) {
		this.system = system;
		this.permissions = permissions;
		addClassNames("wf-card", "wf-column");
		this.documents.addClassName("wf-column");
		this.documents.getElement().setAttribute("aria-live", "polite");
		Paragraph what = new Paragraph(
				"What to grant Watchfloor so that every action of this system's runbooks can be looked at, done,"
						+ " verified and undone, and nothing else.");
		what.addClassName("wf-dim");
		Div row = new Div(this.show);
		row.addClassName("wf-row");
		add(new H2("Permissions to grant"), what, row, this.documents);
	}

	private void workOut() {
		this.show.setEnabled(false);
		this.documents.removeAll();
		this.documents.add(new Span("Reading the runbooks' actions…"));
		Background.run(() -> this.permissions.of(this.system), this::show, () -> this.show.setEnabled(true));
	}

	private void show(List<Grants> all) {
		this.documents.removeAll();
		this.show.setText("Work out again");
		if (all.isEmpty()) {
			this.documents
				.add(new Paragraph("No target of this system is of a kind whose permissions can be written down."));
		}
		all.forEach((each) -> this.documents.add(document(each)));
	}

	private static Component document(Grants grants) {
		AccessDocument document = grants.document();
		Div body = new Div();
		body.addClassName("wf-column");
		String actions = Counted.of(grants.actions(), "action");
		if (document.text().isEmpty()) {
			body.add(new Paragraph(
					grants.actions() == 0 ? "No runbook holds an action for it: nothing needs to be granted."
							: "Its actions need nothing that could be granted."));
		}
		else {
			body.add(new CodeBlock(document.text()), download(document));
		}
		if (!document.notes().isEmpty()) {
			UnorderedList notes = new UnorderedList();
			document.notes().forEach((note) -> notes.add(new ListItem(note)));
			body.add(notes);
		}
		return new NativeDetails(document.title() + " for " + grants.target().id().name() + " in "
				+ grants.target().id().environment() + " (" + actions + ")", body);
	}

	private static Anchor download(AccessDocument document) {
		byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
		DownloadHandler handler = DownloadHandler
			.fromInputStream((event) -> new DownloadResponse(new ByteArrayInputStream(bytes), document.fileName(),
					"text/plain; charset=utf-8", bytes.length));
		return new Anchor(handler, "Download " + document.fileName());
	}

}

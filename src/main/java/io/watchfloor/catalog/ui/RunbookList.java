package io.watchfloor.catalog.ui;

import java.nio.file.Path;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.kernel.AddressPart;

/** The system's runbooks, each a link to its page. */
class RunbookList extends Div {

	RunbookList(OperatedSystem system) {
		addClassNames("wf-card", "wf-column");
		add(new H2("Runbooks"));
		if (system.runbooks().isEmpty()) {
			Paragraph none = new Paragraph(
					"No runbook yet. Put Markdown files into " + system.id() + "/runbooks in the catalog's folder.");
			none.addClassName("wf-dim");
			add(none);
			return;
		}
		UnorderedList list = new UnorderedList();
		list.addClassName("systems-runbooks");
		system.runbooks().forEach((file) -> list.add(new ListItem(link(system, file))));
		add(list);
	}

	private static Anchor link(OperatedSystem system, Path file) {
		String name = file.getFileName().toString();
		return new Anchor("runbooks/" + system.id() + "/" + AddressPart.of(name), name);
	}

}

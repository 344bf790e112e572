package io.watchfloor.runbook.ui;

import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.Revision;
import io.watchfloor.ui.Ago;

/** Which commit a document is. */
final class CommitNote extends Span {

	CommitNote(Revision revision) {
		addClassNames("wf-dim", "rb-commit");
		Span commit = new Span(revision.brief());
		commit.addClassName("rb-commit-name");
		add(new Span("commit "), commit, new Span(" by " + revision.author() + ", "), Ago.words(revision.at()));
		setTitle(revision.subject() + " (" + revision.commit() + ")");
	}

}

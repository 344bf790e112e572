package io.watchfloor.runbook.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.proposal.Proposal;
import io.watchfloor.runbook.proposal.Proposals;
import io.watchfloor.ui.Background;
import io.watchfloor.ui.Notices;

/** What the document says and system.yaml does not: accepted or dismissed one by one. */
final class ProposalsPanel extends Div {

	private final Proposals proposals;

	private final Runbook book;

	private final Consumer<LineRange> shown;

	ProposalsPanel(Proposals proposals, Runbook book, Consumer<LineRange> shown) {
		this.proposals = proposals;
		this.book = book;
		this.shown = shown;
		addClassNames("wf-column", "rb-proposals");
		setVisible(false);
	}

	/** The file and the database are asked outside the page's lock. */
	@Override
	protected void onAttach(AttachEvent event) {
		refresh();
	}

	private void refresh() {
		Background.run(() -> this.proposals.of(this.book), this::show, () -> {
		});
	}

	private void show(List<Proposal> open) {
		removeAll();
		setVisible(!open.isEmpty());
		H2 title = new H2("Proposals for system.yaml");
		title.addClassName("rb-pane-title");
		Span count = new Span(RunbookCard.count(open.size(), "statement")
				+ " of this document that the system's file does not hold, or holds otherwise.");
		count.addClassName("wf-dim");
		add(title, count);
		boolean allowed = this.proposals.allowed();
		open.forEach((proposal) -> add(new ProposalRow(proposal, allowed, this)));
	}

	void select(Proposal proposal) {
		this.shown.accept(new LineRange(proposal.line(), proposal.line()));
	}

	void accept(Proposal proposal) {
		Background.run(() -> {
			this.proposals.accept(this.book, proposal);
			return proposal.title();
		}, (title) -> Notices.done("Written into system.yaml: " + title), this::refresh);
	}

	void dismiss(Proposal proposal) {
		Background.run(() -> {
			this.proposals.dismiss(this.book, proposal);
			return proposal.title();
		}, (title) -> Notices.done("Dismissed: " + title), this::refresh);
	}

}

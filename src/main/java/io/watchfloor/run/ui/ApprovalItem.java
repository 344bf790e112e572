package io.watchfloor.run.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Approval;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.WaitingApproval;
import io.watchfloor.ui.RiskChip;

/** One request on the Approvals page: what is asked, the plan, and the answer. */
final class ApprovalItem extends Div {

	private final transient WaitingApproval waiting;

	ApprovalItem(WaitingApproval waiting, String system, RunActions actions) {
		this.waiting = waiting;
		addClassNames("run-approval", "wf-column");
		Approval approval = waiting.approval();
		Div head = new Div(new H3(approval.title()), RiskChip.of(approval.risk()),
				RunHeader.environment(approval.target().environment(), waiting.production()));
		head.addClassName("wf-row");
		Div place = new Div(new Span(system + " · " + approval.target().name() + " · "),
				new Anchor(link(approval.step()), waiting.procedure()));
		place.addClassName("wf-dim");
		String action = waiting.step().frozen().actionTitle();
		PlanPanel plan = new PlanPanel(() -> {
		});
		plan.show(waiting.step(), approval.target().environment(), false);
		add(head, place);
		if (action != null && !action.equals(approval.title())) {
			add(StepCard.dim(action));
		}
		add(ApprovalCard.who(waiting), plan, new ApprovalCard(waiting, actions));
	}

	/** Whether it shows this already. */
	boolean shows(WaitingApproval other) {
		return this.waiting.equals(other);
	}

	static String link(StepRef step) {
		return "runs/" + step.run() + "?step=" + URLEncoder.encode(step.key(), StandardCharsets.UTF_8);
	}

}

package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalId;
import io.watchfloor.run.WaitingApproval;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** What waits for a second person, what was done alone, and what was decided; live. */
@Route(value = "approvals", layout = MainLayout.class)
@PageTitle("Approvals")
@StyleSheet("themes/run.css")
@StyleSheet("themes/approvals.css")
@PermitAll
class ApprovalsView extends Div {

	private static final int DECIDED = 20;

	private final RunServices services;

	private final UI ui = UI.getCurrent();

	private final Background background = new Background(this.ui);

	private final RunActions actions;

	private final Div waiting = new Div();

	private final AlonePanel alone;

	private final DecidedPanel decided = new DecidedPanel();

	private Map<ApprovalId, ApprovalItem> items = new HashMap<>();

	ApprovalsView(RunServices services) {
		this.services = services;
		this.actions = new RunActions(services, this.background, (step) -> {
		}, this::refresh);
		this.alone = new AlonePanel(services.queue(), this.actions);
		addClassNames("wf-page", "wf-column", "run-approvals");
		Div title = new Div(new H1("Approvals"), new BrowserNotice());
		title.addClassName("wf-row");
		this.waiting.addClassName("wf-column");
		add(title, this.waiting, this.alone, this.decided);
		draw(read());
	}

	private Page read() {
		return new Page(this.services.queue().waiting(), this.services.queue().unreviewed(),
				this.services.queue().decided(DECIDED));
	}

	private void draw(Page page) {
		Map<ApprovalId, ApprovalItem> now = new HashMap<>();
		page.waiting().forEach((one) -> now.put(one.approval().id(), item(one)));
		List<Component> parts = new ArrayList<>();
		section(parts, "For you to answer", page.waiting().stream().filter(WaitingApproval::mayAnswer).toList(), now);
		section(parts, "You asked", page.waiting().stream().filter(WaitingApproval::own).toList(), now);
		section(parts, "For others to answer",
				page.waiting().stream().filter((one) -> !one.own() && !one.mayAnswer()).toList(), now);
		if (parts.isEmpty() && page.alone().isEmpty()) {
			parts.add(new EmptyState("Nothing waits for approval",
					"When a step's policy wants a second person, it is asked for here.", new Anchor("runs", "Runs")));
		}
		this.items = now;
		if (!parts.equals(this.waiting.getChildren().toList())) {
			this.waiting.removeAll();
			this.waiting.add(parts);
		}
		this.alone.show(page.alone());
		this.decided.show(page.decided());
	}

	private static void section(List<Component> parts, String title, List<WaitingApproval> requests,
			Map<ApprovalId, ApprovalItem> items) {
		if (!requests.isEmpty()) {
			parts.add(new H2(title));
			requests.forEach((one) -> parts.add(items.get(one.approval().id())));
		}
	}

	/** What shows the same already stays, with whatever is being done there. */
	private ApprovalItem item(WaitingApproval one) {
		ApprovalItem shown = this.items.get(one.approval().id());
		if (shown != null && shown.shows(one)) {
			return shown;
		}
		return new ApprovalItem(one, this.services.systems().name(one.approval().target().system()), this.actions);
	}

	private void refresh() {
		List<Page> read = new CopyOnWriteArrayList<>();
		this.background.run(() -> read.add(read()), () -> read.forEach(this::draw));
	}

	@Override
	protected void onAttach(AttachEvent event) {
		Throttle throttle = new Throttle(() -> {
			if (this.ui.isAttached()) {
				var _ = this.ui.access(this::refresh);
			}
		});
		Runnable stop = this.services.feed().watchAll(throttle::changed);
		addDetachListener((detach) -> {
			detach.unregisterListener();
			stop.run();
		});
	}

	/** Everything that the page shows at one moment. */
	private record Page(List<WaitingApproval> waiting, List<Approval> alone, List<Approval> decided) {
	}

}

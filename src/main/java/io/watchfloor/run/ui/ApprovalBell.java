package io.watchfloor.run.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalId;
import io.watchfloor.run.ApprovalTally;
import io.watchfloor.run.RunFeed;
import org.springframework.stereotype.Component;

/**
 * Says in every open page of whoever can answer that something new waits: by the browser
 * itself where the person allowed that, else by nothing more than the count in the
 * navigation.
 */
@Component
class ApprovalBell implements VaadinServiceInitListener {

	private static final long serialVersionUID = 1L;

	/** Phones know no notification without a service worker, and say so by throwing. */
	private static final String RING = """
			try {
			  if ('Notification' in window && Notification.permission === 'granted') {
			    const note = new Notification($0, { body: $1, tag: $2 });
			    note.onclick = () => { window.focus(); window.location.assign($3); };
			  }
			} catch (unsupported) { /* the count in the navigation says it too */ }
			""";

	private final transient RunFeed feed;

	private final transient ApprovalTally tally;

	ApprovalBell(RunFeed feed, ApprovalTally tally) {
		this.feed = feed;
		this.tally = tally;
	}

	@Override
	public void serviceInit(ServiceInitEvent event) {
		event.getSource().addUIInitListener((opened) -> listen(opened.getUI()));
	}

	private void listen(UI ui) {
		Set<ApprovalId> known = new HashSet<>();
		this.tally.forMe().forEach((waiting) -> known.add(waiting.id()));
		Throttle throttle = new Throttle(() -> {
			if (ui.isAttached()) {
				var _ = ui.access(() -> look(ui, known));
			}
		});
		Runnable stop = this.feed.watchAll(throttle::changed);
		ui.addDetachListener((detach) -> stop.run());
	}

	private void look(UI ui, Set<ApprovalId> known) {
		List<Approval> waiting = this.tally.forMe();
		for (Approval approval : waiting) {
			if (known.add(approval.id())) {
				ui.getPage()
					.executeJs(RING, approval.askedBy().name() + " asks for your approval",
							approval.title() + " in " + approval.scope().place(), approval.id().toString(),
							"approvals");
			}
		}
		known.retainAll(waiting.stream().map(Approval::id).toList());
	}

}

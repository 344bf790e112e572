package io.watchfloor.ui;

import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.watchfloor.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a click says when it fails: a problem's own words, or where to look in the log.
 */
@Component
class SessionErrors implements VaadinServiceInitListener, ErrorHandler {

	private static final long serialVersionUID = 1L;

	private static final Logger LOG = LoggerFactory.getLogger(SessionErrors.class);

	@Override
	public void serviceInit(ServiceInitEvent event) {
		event.getSource().addSessionInitListener((session) -> session.getSession().setErrorHandler(this));
	}

	@Override
	public void error(ErrorEvent event) {
		Optional<Problem> problem = Problem.in(event.getThrowable());
		if (problem.isPresent()) {
			tell(String.valueOf(problem.get().getMessage()));
			return;
		}
		String reference = FailurePage.reference();
		LOG.error("a click failed, reference {}", reference, event.getThrowable());
		tell("This did not work, and what was under way may or may not be done: look at the page again. "
				+ "The server's log has the details under " + reference + ".");
	}

	private static void tell(String text) {
		UI ui = UI.getCurrent();
		if (ui != null) {
			Notices.problem(text);
		}
	}

}

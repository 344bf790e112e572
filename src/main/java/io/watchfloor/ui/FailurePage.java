package io.watchfloor.ui;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import io.watchfloor.kernel.Problem;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page could not be shown. */
@ParentLayout(MainLayout.class)
@PermitAll
class FailurePage extends Div implements HasErrorParameter<Exception> {

	private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

	@Override
	public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
		Optional<Problem> problem = Problem.in(parameter.getException());
		if (problem.isPresent()) {
			return show(problem.get());
		}
		String reference = reference();
		LOG.error("page {} failed, reference {}", event.getLocation().getPath(), reference, parameter.getException());
		add(new EmptyState("This page could not be shown", "Nothing was changed. Try again; if it stays, look for "
				+ reference + " in the server's log, or go on to", new Anchor("", "the first page")));
		return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
	}

	private int show(Problem problem) {
		return switch (problem.category()) {
			case NOT_FOUND -> show("This is not here", problem, HttpStatusCode.NOT_FOUND);
			case REFUSED_BY_POLICY -> show("You may not see this page", problem, HttpStatusCode.FORBIDDEN);
			case UNREACHABLE -> show("No answer", problem, HttpStatusCode.SERVICE_UNAVAILABLE);
			case STALE, NOT_UNDERSTOOD, TARGET_SAID_NO ->
				show("This page could not be shown", problem, HttpStatusCode.BAD_REQUEST);
		};
	}

	private int show(String title, Problem problem, HttpStatusCode status) {
		add(new EmptyState(title, String.valueOf(problem.getMessage()), new Anchor("", "Go on to the first page")));
		return status.getCode();
	}

	static String reference() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
	}

}

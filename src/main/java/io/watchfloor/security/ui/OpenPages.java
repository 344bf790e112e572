package io.watchfloor.security.ui;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

import io.watchfloor.db.StoreStatus;
import io.watchfloor.security.Caller;
import io.watchfloor.security.SessionEnded;
import io.watchfloor.security.SessionId;
import io.watchfloor.security.Sessions;

/**
 * Closes the pages of a session that was ended, here at once and on other nodes within
 * two seconds: a page that is pushed to makes no request at which it could be refused.
 */
@Component
class OpenPages implements VaadinServiceInitListener {

	private static final long serialVersionUID = 1L;

	private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);

	private final transient Map<SessionId, Set<VaadinSession>> pages = new ConcurrentHashMap<>();

	private final transient Set<VaadinSession> leaving = ConcurrentHashMap.newKeySet();

	private final transient Sessions sessions;

	private final transient StoreStatus status;

	OpenPages(Sessions sessions, StoreStatus status) {
		this.sessions = sessions;
		this.status = status;
	}

	@Override
	public void serviceInit(ServiceInitEvent event) {
		event.getSource().addUIInitListener((opened) -> open(opened.getUI()));
		event.getSource().addSessionDestroyListener((destroyed) -> forget(destroyed.getSession()));
	}

	private void open(UI ui) {
		Caller.sessionOf(SecurityContextHolder.getContext().getAuthentication())
			.ifPresent((session) -> this.pages.computeIfAbsent(session, (id) -> ConcurrentHashMap.newKeySet())
				.add(ui.getSession()));
	}

	private void forget(VaadinSession session) {
		this.leaving.remove(session);
		this.pages.values().forEach((sessions) -> sessions.remove(session));
		this.pages.values().removeIf(Set::isEmpty);
	}

	@EventListener
	void on(SessionEnded ended) {
		close(ended.session());
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void look() {
		this.leaving.removeIf(OpenPages::leave);
		if (this.status.available()) {
			this.sessions.over(this.pages.keySet()).forEach(this::close);
		}
	}

	// The browser may have been faster and ended it: that must not keep the others open
	private static boolean leave(VaadinSession session) {
		try {
			WrappedSession browser = session.getSession();
			if (browser != null) {
				browser.invalidate();
			}
		}
		catch (IllegalStateException alreadyOver) {
			LOG.debug("a session was over already", alreadyOver);
		}
		return true;
	}

	/** Shows the sign-in first; the session goes at the next look, when that was sent. */
	private void close(SessionId id) {
		Set<VaadinSession> open = this.pages.remove(id);
		if (open != null) {
			open.stream().filter((session) -> stillOf(session, id)).forEach((session) -> {
				var _ = session.access(() -> session.getUIs().forEach((ui) -> ui.getPage().setLocation("login?ended")));
				this.leaving.add(session);
			});
		}
	}

	/** Not so when somebody has signed in again in the same browser meanwhile. */
	private static boolean stillOf(VaadinSession session, SessionId id) {
		Object context = session.getSession()
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return !(context instanceof SecurityContext known)
				|| Caller.sessionOf(known.getAuthentication()).filter(id::equals).isPresent();
	}

}

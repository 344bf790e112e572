package io.watchfloor.security.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;

import io.watchfloor.security.SessionId;
import io.watchfloor.security.SignedInSession;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** Where people are signed in, a line each. */
class SessionTable extends Grid<SignedInSession> {

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

	private final transient Supplier<Optional<SessionId>> current;

	private final transient Consumer<SignedInSession> revoke;

	SessionTable(boolean whose, Supplier<Optional<SessionId>> current, Consumer<SignedInSession> revoke) {
		this.current = current;
		this.revoke = revoke;
		setAllRowsVisible(true);
		addThemeVariants(GridVariant.LUMO_NO_BORDER);
		setSelectionMode(SelectionMode.NONE);
		if (whose) {
			addColumn((session) -> session.person().displayName()).setHeader("Person").setAutoWidth(true);
		}
		addColumn(SignedInSession::browser).setHeader("Browser").setAutoWidth(true);
		addColumn(SessionTable::address).setHeader("Address").setAutoWidth(true);
		addComponentColumn((session) -> Ago.words(session.since())).setHeader("Since").setAutoWidth(true);
		addComponentColumn((session) -> Ago.words(session.lastSeen())).setHeader("Last seen").setAutoWidth(true);
		addComponentColumn(this::end).setHeader("Actions").setAutoWidth(true).setFrozenToEnd(true);
	}

	void show(List<SignedInSession> sessions) {
		setItems(sessions).setIdentifierProvider(SignedInSession::id);
	}

	private static String address(SignedInSession session) {
		return LOOPBACK.contains(session.address()) ? "this machine" : session.address();
	}

	private Component end(SignedInSession session) {
		if (this.current.get().filter(session.id()::equals).isPresent()) {
			return new Chip(Chip.Tone.INFO, "This one");
		}
		Button button = new Button("End", (click) -> this.revoke.accept(session));
		button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
		button.setAriaLabel("End the session of %s on %s".formatted(session.person().displayName(), session.browser()));
		return button;
	}

}

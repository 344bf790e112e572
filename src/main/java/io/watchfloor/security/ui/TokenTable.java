package io.watchfloor.security.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;

import io.watchfloor.security.ApiToken;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** Tokens, a line each. */
class TokenTable extends Grid<ApiToken> {

	private final SerializableConsumer<ApiToken> revoke;

	private final SerializablePredicate<ApiToken> good;

	TokenTable(boolean whose, SerializablePredicate<ApiToken> good, SerializableConsumer<ApiToken> revoke) {
		this.good = good;
		this.revoke = revoke;
		setAllRowsVisible(true);
		addThemeVariants(GridVariant.LUMO_NO_BORDER);
		setSelectionMode(SelectionMode.NONE);
		if (whose) {
			addColumn((token) -> token.person().displayName()).setHeader("Person").setAutoWidth(true);
		}
		addColumn(ApiToken::name).setHeader("What it is for").setAutoWidth(true);
		addColumn(TokenTable::scopes).setHeader("Good for").setTooltipGenerator(TokenTable::scopes).setFlexGrow(3);
		addComponentColumn(this::state).setHeader("State").setAutoWidth(true);
		addComponentColumn((token) -> Ago.moment(token.expires())).setHeader("Expires").setAutoWidth(true);
		addComponentColumn(TokenTable::lastUsed).setHeader("Last used").setAutoWidth(true);
		addComponentColumn(this::end).setHeader("Actions").setAutoWidth(true).setFrozenToEnd(true);
	}

	void show(List<ApiToken> tokens) {
		setItems(tokens).setIdentifierProvider(ApiToken::id);
	}

	private static String scopes(ApiToken token) {
		return token.scopes().stream().sorted().map(PermissionNames::of).collect(Collectors.joining(" · "));
	}

	private Component state(ApiToken token) {
		if (this.good.test(token)) {
			return new Chip(Chip.Tone.OK, "Good");
		}
		return new Chip(Chip.Tone.MUTE, (token.revoked() != null) ? "Ended" : "Expired");
	}

	private static Component lastUsed(ApiToken token) {
		if (token.lastUsed() == null) {
			return new Span("never");
		}
		Span line = new Span(Ago.words(token.lastUsed()));
		line.add(" from " + token.lastAddress());
		return line;
	}

	private Component end(ApiToken token) {
		if (!this.good.test(token)) {
			return new Span();
		}
		Button button = new Button("End", (click) -> confirm(token));
		button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
		button.setAriaLabel("End the token " + token.name());
		return button;
	}

	private void confirm(ApiToken token) {
		ConfirmDialog dialog = new ConfirmDialog("End the token " + token.name() + "?",
				"Programs that use it are refused at once. Runs they started go on.", "End it",
				(confirmed) -> this.revoke.accept(token));
		dialog.setCancelable(true);
		dialog.open();
	}

}

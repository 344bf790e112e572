package io.watchfloor.security.ui;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import io.watchfloor.security.Permission;

/** Asks what a new token is for and good for. */
class TokenDialog extends Dialog {

	private static final Map<Integer, String> TIMES = new TreeMap<>(
			Map.of(1, "1 day", 7, "7 days", 30, "30 days", 90, "90 days", 365, "a year"));

	private final TextField name = new TextField("What it is for");

	private final CheckboxGroup<Permission> scopes = new CheckboxGroup<>("What it is good for");

	private final Select<Integer> days = new Select<>();

	TokenDialog(Set<Permission> grantable, Consumer<Request> make) {
		setHeaderTitle("New token");
		this.name.setAutofocus(true);
		this.name.setMaxLength(60);
		this.name.setPlaceholder("deployment pipeline");
		this.scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
		this.scopes.setItems(EnumSet.copyOf(grantable));
		this.scopes.setItemLabelGenerator(PermissionNames::of);
		this.scopes.setValue(Set.of(Permission.VIEW));
		this.days.setLabel("Good for");
		this.days.setItems(TIMES.keySet());
		this.days.setItemLabelGenerator(TIMES::get);
		this.days.setValue(90);
		Div fields = new Div(this.name, this.scopes, this.days);
		fields.addClassName("wf-column");
		add(fields);
		Button ok = new Button("Make the token", (click) -> make.accept(new Request(this.name.getValue(),
				this.scopes.getValue(), Duration.ofDays(this.days.getValue()), this::close)));
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

	/**
	 * What token to make.
	 *
	 * @param name what it is for
	 * @param scopes what it is good for
	 * @param valid for how long
	 * @param done to be run when it worked
	 */
	record Request(String name, Set<Permission> scopes, Duration valid, Runnable done) {
	}

}

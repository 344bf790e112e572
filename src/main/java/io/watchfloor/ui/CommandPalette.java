package io.watchfloor.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.watchfloor.ui.PaletteSource.PaletteItem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Goes to, runs or finds anything by a few letters. */
@SpringComponent
@UIScope
class CommandPalette {

	private static final int MOST = 12;

	private final List<PaletteSource> sources;

	private final List<NavigationEntry> pages;

	private @Nullable Dialog open;

	CommandPalette(ObjectProvider<PaletteSource> sources, ObjectProvider<NavigationEntry> pages) {
		this.sources = sources.stream().toList();
		this.pages = pages.stream().toList();
	}

	/** The field look-alike in the bar on top. */
	Button button() {
		Span key = new Span("Ctrl K");
		key.addClassName("wf-key");
		Button button = new Button("Go to, run, or find…", VaadinIcon.SEARCH.create(), (click) -> open());
		button.setSuffixComponent(key);
		button.addClassName("wf-search");
		// On a phone only the picture is shown
		button.setAriaLabel("Go to, run, or find");
		return button;
	}

	void open() {
		if (this.open != null && this.open.isOpened()) {
			return;
		}
		Dialog dialog = new Dialog();
		this.open = dialog;
		dialog.setHeaderTitle("Go to, run, or find");
		dialog.addClassName("wf-palette");
		PaletteList list = new PaletteList((item) -> {
			dialog.close();
			Location location = new Location(item.location());
			UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
		});
		TextField field = new TextField();
		field.setAriaLabel("Go to, run, or find");
		field.setPlaceholder("A page, a runbook, a procedure, a run…");
		field.setValueChangeMode(ValueChangeMode.EAGER);
		field.setWidthFull();
		field.addValueChangeListener((change) -> list.show(find(change.getValue())));
		KeyBindings keys = new KeyBindings().on("ArrowDown", "Next", () -> list.move(1))
			.on("ArrowUp", "Previous", () -> list.move(-1))
			.on("Enter", "Open", list::choose);
		dialog.add(field, list, keys);
		list.show(find(""));
		dialog.open();
		field.focus();
	}

	private List<PaletteItem> find(String typed) {
		return Stream.concat(pages(typed), this.sources.stream().flatMap((source) -> source.find(typed).stream()))
			.limit(MOST)
			.toList();
	}

	private Stream<PaletteItem> pages(String typed) {
		String wanted = typed.strip().toLowerCase(Locale.ROOT);
		return this.pages.stream()
			.filter((page) -> page.visible().getAsBoolean())
			.filter((page) -> page.label().toLowerCase(Locale.ROOT).contains(wanted))
			.map((page) -> new PaletteItem(page.label(), "Page",
					RouteConfiguration.forSessionScope().getUrl(page.view())));
	}

}

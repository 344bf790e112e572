package io.watchfloor.runbook.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.permission.Permissions;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.NavigationEntry;
import io.watchfloor.ui.PaletteSource;
import io.watchfloor.ui.SystemPanel;
import io.watchfloor.ui.PaletteSource.PaletteItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runbooks contribute to the shell. */
@Configuration(proxyBeanMethods = false)
public class RunbookNavigation {

	private static final int ORDER = 50;

	private static final int MOST = 20;

	@Bean
	NavigationEntry runbooksNavigation(Authority authority) {
		return new NavigationEntry("Runbooks", RunbooksView.class, NavigationEntry.Group.WATCH, ORDER, VaadinIcon.BOOK,
				() -> authority.has(Permission.VIEW));
	}

	@Bean
	PaletteSource proceduresPalette(Library runbooks, Authority authority) {
		return (typed) -> authority.has(Permission.VIEW) ? find(runbooks, typed) : List.of();
	}

	@Bean
	PaletteSource drillsPalette(Library runbooks, Authority authority) {
		return (typed) -> authority.hasSomewhere(Permission.OPERATE) && typed.toLowerCase(Locale.ROOT).contains("drill")
				? drills(runbooks, typed) : List.of();
	}

	@Bean
	SystemPanel permissionsPanel(Permissions permissions) {
		return new SystemPanel() {
			@Override
			public int order() {
				return ORDER;
			}

			@Override
			public Component of(String system) {
				return new PermissionsPanel(system, permissions);
			}
		};
	}

	private static List<PaletteItem> find(Library runbooks, String typed) {
		List<String> words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
		Comparator<PaletteItem> looksFirst = Comparator.comparing((item) -> item.location().endsWith("?run"));
		return runbooks.all()
			.stream()
			.flatMap((book) -> items(book).stream())
			.filter((item) -> words.stream()
				.allMatch((word) -> (item.label() + " " + item.hint()).toLowerCase(Locale.ROOT).contains(word)))
			.sorted(looksFirst)
			.limit(MOST)
			.toList();
	}

	private static List<PaletteItem> drills(Library runbooks, String typed) {
		List<PaletteItem> found = find(runbooks, typed.toLowerCase(Locale.ROOT).replace("drill", ""));
		return found.stream()
			.filter((item) -> !item.location().endsWith("?run"))
			.map((item) -> new PaletteItem("Drill: " + item.label(), item.hint(), item.location() + "?drill"))
			.toList();
	}

	/**
	 * To look at it, and to run it: the palette asks where, and starts nothing by itself.
	 */
	private static List<PaletteItem> items(Runbook book) {
		return book.procedures().stream().flatMap((procedure) -> items(book, procedure)).toList();
	}

	private static Stream<PaletteItem> items(Runbook book, Procedure procedure) {
		String place = Places.of(book.id(), procedure.slug());
		PaletteItem look = new PaletteItem(procedure.title(), "Procedure, " + book.title(), place);
		return procedure.steps().isEmpty() ? Stream.of(look) : Stream.of(look,
				new PaletteItem("Run… " + procedure.title(), "Start it, " + book.title(), place + "?run"));
	}

}

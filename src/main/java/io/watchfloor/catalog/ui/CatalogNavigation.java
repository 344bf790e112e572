package io.watchfloor.catalog.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Systems;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.NavigationEntry;
import io.watchfloor.ui.PaletteSource;
import io.watchfloor.ui.PaletteSource.PaletteItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where systems appear in the shell. */
@Configuration(proxyBeanMethods = false)
public class CatalogNavigation {

	private static final int MOST = 20;

	@Bean
	NavigationEntry systemsEntry(Authority authority) {
		return new NavigationEntry("Systems", SystemsView.class, NavigationEntry.Group.SETUP, 10, VaadinIcon.SERVER,
				() -> authority.has(Permission.VIEW));
	}

	@Bean
	PaletteSource systemsPalette(Systems systems, Authority authority) {
		return (typed) -> authority.has(Permission.VIEW) ? find(systems.all(), typed) : List.of();
	}

	private static List<PaletteItem> find(List<OperatedSystem> systems, String typed) {
		String wanted = typed.strip().toLowerCase(Locale.ROOT);
		return systems.stream()
			.filter((system) -> (system.name() + " " + system.id()).toLowerCase(Locale.ROOT).contains(wanted))
			.limit(MOST)
			.map((system) -> new PaletteItem(system.name(), "System", "systems/" + system.id()))
			.toList();
	}

}

package io.watchfloor.security.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.NavigationEntry;
import io.watchfloor.ui.PaletteSource;
import io.watchfloor.ui.PaletteSource.PaletteItem;

/** Leads to people, and to one's own account. */
@Configuration(proxyBeanMethods = false)
public class AccessNavigation {

	@Bean
	NavigationEntry accessEntry(Authority authority) {
		return new NavigationEntry("Access", AccessView.class, NavigationEntry.Group.SETUP, 90, VaadinIcon.USERS,
				() -> authority.has(Permission.MANAGE_PEOPLE));
	}

	@Bean
	NavigationEntry tokensEntry() {
		return new NavigationEntry("Tokens", TokensView.class, NavigationEntry.Group.SETUP, 95, VaadinIcon.KEY,
				() -> true);
	}

	@Bean
	PaletteSource accountPages() {
		return (typed) -> matching(typed, new PaletteItem("Your account", "Password and sessions", "access/me"),
				new PaletteItem("Tokens", "By which programs call", "tokens"));
	}

	private static List<PaletteItem> matching(String typed, PaletteItem... items) {
		return Stream.of(items)
			.filter((one) -> (one.label() + " " + one.hint()).toLowerCase(Locale.ROOT)
				.contains(typed.strip().toLowerCase(Locale.ROOT)))
			.toList();
	}

}

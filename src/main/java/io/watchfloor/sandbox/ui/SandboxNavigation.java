package io.watchfloor.sandbox.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.ui.NavigationEntry;
import io.watchfloor.ui.PaletteSource;
import io.watchfloor.ui.StatusItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sandbox's place in the shell: there only while there is a sandbox. */
@Configuration(proxyBeanMethods = false)
public class SandboxNavigation {

	@Bean
	NavigationEntry sandboxEntry(Sandbox sandbox) {
		return new NavigationEntry("Sandbox", SandboxView.class, NavigationEntry.Group.SETUP, 90, VaadinIcon.FLASK,
				sandbox::enabled);
	}

	@Bean
	PaletteSource sandboxFaults(Sandbox sandbox) {
		return new FaultPalette(sandbox);
	}

	@Bean
	StatusItem sandboxStatus(Sandbox sandbox) {
		return new SandboxStatus(sandbox);
	}

}

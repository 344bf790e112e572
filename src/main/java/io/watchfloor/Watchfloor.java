package io.watchfloor;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the console. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/watchfloor.css")
@SpringBootApplication
@ConfigurationPropertiesScan
public class Watchfloor implements AppShellConfigurator {

	@Override
	public void configurePage(AppShellSettings settings) {
		settings.addLink("icon", "themes/favicon.svg");
		settings.setPageTitle("Watchfloor");
	}

	/**
	 * Starts the server.
	 * @param arguments Spring Boot's command line arguments
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(Watchfloor.class, arguments);
	}

}

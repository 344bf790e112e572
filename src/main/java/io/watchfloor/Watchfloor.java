package io.watchfloor;

import java.util.List;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.watchfloor.audit.cli.VerifyLog;
import io.watchfloor.runbook.cli.ReadCommand;
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
	 * Starts the server, or does one of the things that need none:
	 * {@code read FILE|FOLDER…}, {@code audit verify [EXPORT]}.
	 * @param arguments a command with its arguments, or Spring Boot's settings
	 */
	public static void main(String[] arguments) {
		List<String> words = List.of(arguments);
		if (words.isEmpty() || words.getFirst().startsWith("-")) {
			SpringApplication.run(Watchfloor.class, arguments);
		}
		else if (words.getFirst().equals("read")) {
			ReadCommand.main(behind(words, 1));
		}
		else if (words.size() > 1 && words.subList(0, 2).equals(List.of("audit", "verify"))) {
			VerifyLog.main(behind(words, 2));
		}
		else {
			System.err.println("Unknown command: " + String.join(" ", words)
					+ ". There are 'read FILE|FOLDER…' and 'audit verify [EXPORT]'; without a command the console starts.");
			System.exit(2);
		}
	}

	private static String[] behind(List<String> words, int first) {
		return words.subList(first, words.size()).toArray(String[]::new);
	}

}

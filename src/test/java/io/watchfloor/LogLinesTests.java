package io.watchfloor;

import java.io.IOException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a stranger types as a name may end up in the log; it must not write lines there.
 */
class LogLinesTests {

	@ParameterizedTest
	@ValueSource(strings = { "console", "file" })
	void aTextWithLineEndsAndTerminalSequencesStaysOneIndentedMessage(String where) throws IOException {
		String line = logged(pattern(where), "eve\r\n11:22:33 INFO  Audit: all is well\n\u001b[2Jgone\rover");
		assertThat(line.lines()).hasSize(4);
		assertThat(line.lines().skip(1)).allMatch((further) -> further.startsWith("    "));
		assertThat(line).contains("    11:22:33 INFO  Audit: all is well").doesNotContain("\u001b");
	}

	private static String logged(String pattern, String text) {
		LoggerContext context = new LoggerContext();
		PatternLayout layout = new PatternLayout();
		layout.setContext(context);
		layout.setPattern(pattern);
		layout.start();
		return layout.doLayout(new LoggingEvent("", context.getLogger("io.watchfloor.Some"), Level.WARN, "refused {}",
				null, new Object[] { text }));
	}

	private static String pattern(String where) throws IOException {
		PropertySource<?> settings = new YamlPropertySourceLoader()
			.load("application", new ClassPathResource("application.yaml"))
			.getFirst();
		return String.valueOf(settings.getProperty("logging.pattern." + where));
	}

}

package io.watchfloor.catalog.secret;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.watchfloor.catalog.SecretReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The application's log holds no secret, whoever writes it. */
class LogRedactionTests {

	private static final String SECRET = "tr0ub4dor&3+horse";

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	@Test
	void messagesAndExceptionsAreWrittenWithoutSecrets() {
		KnownSecrets secrets = new KnownSecrets(new SecretStores(Map.of("S", SECRET)::get));
		secrets.resolve(new SecretReference("env", "S"));
		OutputStreamAppender<ILoggingEvent> appender = appender();
		Logger log = (Logger) LoggerFactory.getLogger("io.watchfloor.redaction");
		log.setAdditive(false);
		log.addAppender(appender);
		LogRedaction redaction = new LogRedaction(secrets);
		redaction.afterPropertiesSet();
		try {
			log.warn("refused {}", Base64.getEncoder().encodeToString(("a" + SECRET).getBytes(StandardCharsets.UTF_8)),
					new IllegalStateException("cannot sign in with " + SECRET,
							new IllegalArgumentException("as " + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))));
		}
		finally {
			redaction.destroy();
			log.detachAppender(appender);
		}
		assertThat(this.written.toString(StandardCharsets.UTF_8)).contains("refused [hidden]", "sign in with [hidden]")
			.doesNotContain(SECRET, "tr0ub4dor");
		assertThat(appender.getEncoder()).isInstanceOf(PatternLayoutEncoder.class);
	}

	private OutputStreamAppender<ILoggingEvent> appender() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern("%m%n%ex");
		encoder.start();
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(context);
		appender.setEncoder(encoder);
		appender.setOutputStream(this.written);
		appender.start();
		return appender;
	}

}

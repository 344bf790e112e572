package io.watchfloor.catalog.secret;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import io.watchfloor.catalog.Secrets;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Hides secrets in the application's log, on the console and in the file: whoever logs,
 * and whatever an exception says.
 */
@Component
class LogRedaction implements InitializingBean, DisposableBean {

	private final Secrets secrets;

	LogRedaction(Secrets secrets) {
		this.secrets = secrets;
	}

	@Override
	public void afterPropertiesSet() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
			loggers.getLoggerList()
				.forEach((logger) -> logger.iteratorForAppenders().forEachRemaining(this::behindRedaction));
		}
	}

	@Override
	public void destroy() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
			loggers.getLoggerList().forEach(this::asBefore);
		}
	}

	private void behindRedaction(Appender<ILoggingEvent> appender) {
		if (appender instanceof OutputStreamAppender<ILoggingEvent> stream && stream.getEncoder() != null) {
			stream.setEncoder(new RedactingEncoder(stream.getEncoder(), this.secrets));
		}
	}

	private void asBefore(Logger logger) {
		logger.iteratorForAppenders().forEachRemaining((appender) -> {
			if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
					&& stream.getEncoder() instanceof RedactingEncoder ours && ours.asks(this.secrets)) {
				stream.setEncoder(ours.behind());
			}
		});
	}

}

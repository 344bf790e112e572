package io.watchfloor.catalog.secret;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.watchfloor.catalog.Secrets;

/** Writes what another encoder writes, without secrets. */
final class RedactingEncoder extends EncoderBase<ILoggingEvent> {

	private final Encoder<ILoggingEvent> behind;

	private final Secrets secrets;

	RedactingEncoder(Encoder<ILoggingEvent> behind, Secrets secrets) {
		this.behind = behind;
		this.secrets = secrets;
		setContext(behind.getContext());
		start();
	}

	Encoder<ILoggingEvent> behind() {
		return this.behind;
	}

	boolean asks(Secrets others) {
		return this.secrets == others;
	}

	@Override
	public byte[] headerBytes() {
		return this.behind.headerBytes();
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		String line = new String(this.behind.encode(event), StandardCharsets.UTF_8);
		return this.secrets.redact(line).getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public byte[] footerBytes() {
		return this.behind.footerBytes();
	}

}

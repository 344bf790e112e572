package io.watchfloor.security.signin;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Too many failures lately: the password was not even looked at. */
public class Throttled extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	Throttled(Duration wait) {
		super("too many failed attempts");
		this.wait = wait;
	}

	/** Until the next attempt is looked at. */
	public Duration remaining() {
		return this.wait;
	}

}

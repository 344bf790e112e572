package io.watchfloor.run.persistence;

import java.time.Duration;
import java.time.Instant;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** The one clock that all nodes share, so that none takes another for dead by its own. */
final class StoreClock {

	static final Field<Instant> NOW = DSL.field("clock_timestamp()", Instant.class);

	private StoreClock() {
	}

	/** So long ago. */
	static Field<Instant> before(Duration ago) {
		return DSL.field("clock_timestamp() - make_interval(secs => {0})", Instant.class,
				DSL.val(ago.toMillis() / 1000.0));
	}

}

package io.watchfloor.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.watchfloor.action.Action;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/** A small world to read and change, whose answers a test can bend. */
class Shelf {

	final Map<String, String> values = new ConcurrentHashMap<>();

	/** Every effect, in order. */
	final List<String> journal = new CopyOnWriteArrayList<>();

	volatile Sending beforeAnnouncing = (put, context) -> {
	};

	volatile Sending beforeSending = (put, context) -> {
	};

	volatile Sending sending = (put, context) -> {
	};

	volatile Outcome answer = new Outcome.Succeeded("put", Map.of("puts", "1"));

	volatile Verification seen = new Verification(Verification.State.HOLDS, "as wanted");

	/** What a probe finds; {@link #probed} unless a test asks its target. */
	volatile Function<Put, Settlement.Finding> probing = (put) -> this.probed;

	/** What a look at the done-when sees; {@link #seen} unless a test asks its target. */
	volatile Function<Put, Verification> looking = (put) -> this.seen;

	volatile Settlement.Finding probed = Settlement.Finding.CANNOT_TELL;

	volatile Duration holdFor = Duration.ZERO;

	volatile Duration within = Duration.ofSeconds(60);

	volatile boolean unreadable;

	volatile boolean announcesAnotherCall;

	void requireReadable() {
		if (this.unreadable) {
			throw new Problem(Problem.Category.UNREACHABLE, "The shelf does not answer. Start it.");
		}
	}

	/** What happens while it is sent. */
	interface Sending {

		void during(Put put, RunContext context);

	}

	/** Puts a value. */
	record Put(String name, String value, Risk risk) implements Action {

		@Override
		public String title() {
			return "Put " + this.name;
		}

		@Override
		public String commandLine() {
			return "put " + this.name + " " + this.value;
		}

	}

	/** Reads a value. */
	record Look(String name) implements Action {

		@Override
		public Risk risk() {
			return Risk.READ;
		}

		@Override
		public String title() {
			return "Look at " + this.name;
		}

		@Override
		public String commandLine() {
			return "look " + this.name;
		}

	}

	Reading read(String name, java.time.Instant at) {
		String value = this.values.get(name);
		return (value != null)
				? new Reading(true, name + " is " + value, figure(value), null, null, value, "look " + name, at)
				: Reading.unknown(name + " is not there", "look " + name, at);
	}

	private static @Nullable Double figure(String value) {
		return value.matches("\\d+") ? Double.valueOf(value) : null;
	}

}

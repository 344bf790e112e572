package io.watchfloor.action.prometheus;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Reads what Prometheus says of itself.
 *
 * @param what of which part
 */
public record PromState(What what) implements Action {

	/** What can be read. */
	public enum What {

		/** Alerts that are pending or firing. */
		ALERTS("/api/v1/alerts", "alerts"),
		/** What is scraped, and whether it answers. */
		TARGETS("/api/v1/targets", "targets"),
		/** Recording and alerting rules. */
		RULES("/api/v1/rules", "rules");

		private final String path;

		private final String title;

		What(String path, String title) {
			this.path = path;
			this.title = title;
		}

		String path() {
			return this.path;
		}

	}

	public PromState {
		Objects.requireNonNull(what, "what");
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Read the " + this.what.title + " of Prometheus";
	}

	@Override
	public String commandLine() {
		return "curl -sS " + this.what.path;
	}

}

package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows one release of Helm: {@code helm status}, {@code history} and {@code get}.
 *
 * @param revision absent for the newest
 */
public record HelmShow(Where where, Topic topic, String release, @Nullable Integer revision) implements Action {

	public HelmShow {
		where.demand();
		if (!release.matches("[a-z0-9]([-a-z0-9.]{0,51}[a-z0-9])?")) {
			throw new IllegalArgumentException("'" + release + "' is no name of a release");
		}
		if (revision != null && (revision < 1 || topic == Topic.HISTORY)) {
			throw new IllegalArgumentException("that revision makes no sense here");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Show the " + this.topic.words().replaceFirst("get ", "") + " of the release " + this.release
				+ this.where.in();
	}

	@Override
	public String commandLine() {
		return line(this.where, this.topic.words()).word(this.release).option("--revision", this.revision).toString();
	}

	static CommandText line(Where where, String words) {
		return new CommandText("helm").option("--kube-context", where.context())
			.option("--namespace", where.namespace())
			.verbatim(words);
	}

	/** What is shown. */
	public enum Topic {

		/** How the release is. */
		STATUS("status"),
		/** Its revisions. */
		HISTORY("history"),
		/** Names of the values that were set; the values may be secret. */
		VALUES("get values"),
		/** What the chart's author notes. */
		NOTES("get notes");

		private final String words;

		Topic(String words) {
			this.words = words;
		}

		String words() {
			return this.words;
		}

	}

}

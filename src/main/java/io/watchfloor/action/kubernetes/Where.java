package io.watchfloor.action.kubernetes;

import java.util.regex.Pattern;

import io.watchfloor.action.TargetHint;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster and which namespace a line names.
 *
 * @param context absent when the line leaves it to the setting of the day
 * @param namespace absent for the target's own
 */
public record Where(@Nullable String context, @Nullable String namespace) {

	/** Says neither. */
	public static final Where UNNAMED = new Where(null, null);

	private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_]{0,61}[A-Za-z0-9])?");

	private static final Pattern CONTEXT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/@+-]{0,252}");

	/** Says only the namespace. */
	public static Where namespace(String namespace) {
		return new Where(null, namespace);
	}

	/** Refuses what can be no name. */
	void demand() {
		if (this.namespace != null && !NAMESPACE.matcher(this.namespace).matches()) {
			throw new IllegalArgumentException("'" + this.namespace + "' is no name of a namespace");
		}
		if (this.context != null && !CONTEXT.matcher(this.context).matches()) {
			throw new IllegalArgumentException("'" + this.context + "' is no name of a context");
		}
	}

	/** A line of kubectl that names both. */
	CommandText line(String verb) {
		return new CommandText("kubectl").option("--context", this.context)
			.option("--namespace", this.namespace)
			.verbatim(verb);
	}

	/** For titles: {@code  in shop}, or nothing. */
	String in() {
		return (this.namespace != null) ? " in " + this.namespace : "";
	}

	TargetHint hint() {
		return (this.context != null) ? new TargetHint.Written(this.context) : new TargetHint.Unnamed();
	}

}

package io.watchfloor.action.compose;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;

/**
 * What part of a log is wanted.
 *
 * @param tail how many lines from the end, -1 for all that fit
 * @param since not before, as Docker writes it; empty for the beginning
 * @param until not after; empty for now
 * @param timestamps whether each line is to begin with its time
 * @param follow whether the line keeps following; one look is taken, the newest lines
 */
public record LogOptions(int tail, String since, String until, boolean timestamps, boolean follow) {

	/** The flags, for the grammars of the readers. */
	static final String FLAGS = "-f,--follow -t,--timestamps -n,--tail=W --since=W --until=W";

	/** How many lines a look takes where the line does not say. */
	static final int USUAL = 200;

	static LogOptions of(FlagGrammar.Given given, Arguments arguments) {
		String tail = given.value("--tail").orElse("all");
		if (!tail.matches("all|[0-9]{1,6}")) {
			throw arguments.problem("--tail takes a number or all, not '" + tail + "'.");
		}
		return new LogOptions(tail.equals("all") ? -1 : Integer.parseInt(tail), given.value("--since").orElse(""),
				given.value("--until").orElse(""), given.has("--timestamps"), given.has("--follow"));
	}

	void demand() {
		DockerNames.demandTime(this.since);
		DockerNames.demandTime(this.until);
		if (this.tail < -1 || this.tail > 999_999) {
			throw new IllegalArgumentException("--tail must be from 0 to 999999");
		}
	}

	/** With a blank in front. */
	String commandLine() {
		return (this.follow ? " --follow" : "") + (this.timestamps ? " --timestamps" : "")
				+ ((this.tail >= 0) ? " --tail " + this.tail : "")
				+ (this.since.isEmpty() ? "" : " --since " + this.since)
				+ (this.until.isEmpty() ? "" : " --until " + this.until);
	}

	/** How many lines are asked for: following without a number starts at the usual. */
	String lines() {
		return (this.tail >= 0) ? Integer.toString(this.tail)
				: (this.follow && this.since.isEmpty()) ? Integer.toString(USUAL) : "10000";
	}

}

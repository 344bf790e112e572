package io.watchfloor.action.host;

/**
 * How a command on a host ended.
 *
 * @param exit its exit code
 * @param output standard output, at most {@link HostCommand#MOST_BYTES}
 * @param errors standard error, likewise
 * @param cut whether there was more
 */
public record HostAnswer(int exit, String output, String errors, boolean cut) {

	/** The last line of trouble, or of output where there is none. */
	public String lastWords() {
		String text = this.errors.isBlank() ? this.output : this.errors;
		return text.strip().lines().reduce((first, second) -> second).orElse("it said nothing");
	}

}

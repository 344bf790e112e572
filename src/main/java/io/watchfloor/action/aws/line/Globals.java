package io.watchfloor.action.aws.line;

/**
 * The flags that every {@code aws} command has. Empty texts are flags that were not
 * given.
 *
 * @param region where to
 * @param profile with whose credentials, in the words of the writer's configuration
 * @param output {@code json}, {@code text} or {@code table}
 * @param query JMESPath over the answer
 * @param paginate whether all pages are asked for
 * @param rawBytes whether bytes stand as text
 */
public record Globals(String region, String profile, String output, String query, boolean paginate, boolean rawBytes) {

	static final Globals NONE = new Globals("", "", "", "", true, false);

	Globals with(String flag, String value) {
		return switch (flag) {
			case "region" -> new Globals(value, this.profile, this.output, this.query, this.paginate, this.rawBytes);
			case "profile" -> new Globals(this.region, value, this.output, this.query, this.paginate, this.rawBytes);
			case "output" -> new Globals(this.region, this.profile, value, this.query, this.paginate, this.rawBytes);
			case "query" -> new Globals(this.region, this.profile, this.output, value, this.paginate, this.rawBytes);
			case "no-paginate" -> new Globals(this.region, this.profile, this.output, this.query, false, this.rawBytes);
			case "cli-binary-format" ->
				new Globals(this.region, this.profile, this.output, this.query, this.paginate, true);
			default -> this;
		};
	}

}

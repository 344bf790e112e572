package io.watchfloor.action.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;

/**
 * Which server and database a line of PostgreSQL's tools names. The user is the target's
 * own.
 */
final class Place {

	private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9_.:/@-]{1,200}");

	/** {@code host=… dbname=…}. */
	private static final Pattern SETTING = Pattern.compile("\\s*([a-z_]+)\\s*=\\s*([^\\s'\\\\]+)");

	private final Arguments arguments;

	private @Nullable Word host;

	private @Nullable Word database;

	private @Nullable Word port;

	private Place(Arguments arguments) {
		this.arguments = arguments;
	}

	/** The flags by which all of these tools name where. */
	static Options.Grammar grammar() {
		return Options.grammar()
			.valued("-h", "--host")
			.valued("-p", "--port")
			.valued("-U", "--username")
			.alone("-w", "--no-password")
			.alone("-W", "--password");
	}

	/**
	 * What the flags say.
	 * @param database the database, where the tool's own way of naming it was used
	 */
	static TargetHint of(Options options, @Nullable Word database, Arguments arguments) {
		Place place = new Place(arguments);
		place.host = options.last("-h").orElse(null);
		place.port = options.last("-p").orElse(null);
		place.database = database;
		return place.hint();
	}

	private TargetHint hint() {
		if (this.database != null) {
			Optional<TargetHint> whole = whole(this.database);
			if (whole.isPresent()) {
				return whole.get();
			}
		}
		if (this.host != null && variable(this.host).isPresent()) {
			return new TargetHint.Variable(variable(this.host).get());
		}
		if (this.database != null && this.host == null && variable(this.database).isPresent()) {
			return new TargetHint.Variable(variable(this.database).get());
		}
		String name = (this.database != null && variable(this.database).isEmpty()) ? literal(this.database) : "";
		String at = (this.host != null) ? literal(this.host) + port() : "";
		return (name.isEmpty() && at.isEmpty()) ? new TargetHint.Unnamed()
				: new TargetHint.Written("postgresql://" + at + (name.isEmpty() ? "" : "/" + name));
	}

	private static Optional<String> variable(Word word) {
		return word.variable();
	}

	/** A URL or a list of settings stands for host, port and database at once. */
	private Optional<TargetHint> whole(Word word) {
		if (word.parts().size() > 1 && word.parts().getFirst() instanceof Word.Variable(String name)
				&& word.parts().get(1) instanceof Word.Literal(String rest) && rest.startsWith("?")) {
			return Optional.of(new TargetHint.Variable(name));
		}
		String text = word.literal().orElse("");
		if (text.contains("://")) {
			return Optional.of(url(text));
		}
		return text.contains("=") ? Optional.of(settings(text)) : Optional.empty();
	}

	private TargetHint url(String text) {
		try {
			URI uri = new URI(text);
			boolean secret = String.valueOf(uri.getRawUserInfo()).contains(":") || text.contains("password");
			if (List.of("postgresql", "postgres").contains(uri.getScheme()) && !secret && this.host == null) {
				String server = (uri.getHost() == null) ? ""
						: uri.getHost() + ((uri.getPort() < 0) ? "" : ":" + uri.getPort());
				return new TargetHint.Written("postgresql://" + server + String.valueOf(uri.getRawPath()));
			}
		}
		catch (URISyntaxException malformed) {
			// the problem below says it
		}
		throw this.arguments.problem("the URL is not understood; one without a password is.");
	}

	private TargetHint settings(String text) {
		Matcher matcher = SETTING.matcher(text);
		int at = 0;
		String host = "";
		String port = "";
		String name = "";
		while (matcher.find() && matcher.start() == at) {
			at = matcher.end();
			switch (matcher.group(1)) {
				case "host", "hostaddr" -> host = matcher.group(2);
				case "port" -> port = ":" + matcher.group(2);
				case "dbname" -> name = "/" + matcher.group(2);
				case "user", "sslmode", "sslrootcert", "connect_timeout", "application_name" -> {
					// the target's own count
				}
				default -> throw this.arguments.problem("the setting " + matcher.group(1) + " is not understood.");
			}
		}
		if (at != text.length() || !PLAIN.matcher(host + port + name).matches()) {
			throw this.arguments.problem("'" + text + "' is not understood.");
		}
		return new TargetHint.Written("postgresql://" + host + port + name);
	}

	private String port() {
		if (this.port == null || this.port.variable().isPresent()) {
			return "";
		}
		String digits = this.port.literal().orElse("");
		if (!digits.matches("[0-9]{1,5}")) {
			throw this.arguments.problem("the port '" + this.port.source() + "' is not understood.");
		}
		return ":" + digits;
	}

	private String literal(Word word) {
		return word.literal()
			.filter((text) -> PLAIN.matcher(text).matches() && !text.startsWith("-"))
			.orElseThrow(() -> this.arguments.problem("'" + word.source() + "' is not understood."));
	}

}

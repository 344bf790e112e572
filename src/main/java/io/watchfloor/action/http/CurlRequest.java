package io.watchfloor.action.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;

/** What a curl line asks for. */
record CurlRequest(TargetHint hint, String path, Map<String, String> headers, boolean failOnError) {

	static CurlRequest read(Arguments arguments) {
		Parser parser = new Parser(arguments);
		while (arguments.more()) {
			parser.word(arguments.next("the URL"));
		}
		return parser.request();
	}

	/** Collects while it reads. */
	private static final class Parser {

		private final Arguments arguments;

		private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

		private final List<String> query = new ArrayList<>();

		private @Nullable Word url;

		private boolean failOnError;

		private boolean get;

		private Parser(Arguments arguments) {
			this.arguments = arguments;
		}

		private void word(Word word) {
			String text = word.literal().orElse("");
			if (text.matches("-[sSf]+")) {
				this.failOnError |= text.contains("f");
			}
			else if (text.startsWith("-")) {
				flag(text);
			}
			else if (this.url == null) {
				this.url = word;
			}
			else {
				throw this.arguments.problem("more than one URL is not understood.");
			}
		}

		private void flag(String flag) {
			switch (flag) {
				case "--silent", "--show-error" -> {
					// they only change what curl says about itself
				}
				case "--fail" -> this.failOnError = true;
				case "-G", "--get" -> this.get = true;
				case "-m", "--max-time", "--connect-timeout" -> this.arguments.nextNumber("the seconds", 1, 3600);
				case "-H", "--header" -> header(this.arguments.nextLiteral("the header"));
				case "--data-urlencode" -> this.query.add(encoded(this.arguments.nextLiteral("the parameter")));
				case "-X", "--request" -> {
					if (!this.arguments.nextLiteral("the method").equals("GET")) {
						throw this.arguments.problem("only GET is understood; other methods may change something.");
					}
				}
				case "-k", "--insecure" -> throw this.arguments.problem("certificates are always verified here.");
				default -> throw this.arguments.problem("the flag " + flag + " is not understood.");
			}
		}

		private void header(String line) {
			int colon = line.indexOf(':');
			if (colon <= 0 || this.headers.put(line.substring(0, colon), line.substring(colon + 1).strip()) != null) {
				throw this.arguments.problem("the header '" + line + "' is not understood.");
			}
		}

		/** {@code name=value}: the name stays, the value is percent-encoded. */
		private String encoded(String parameter) {
			int equals = parameter.indexOf('=');
			if (equals <= 0 || parameter.substring(0, equals).contains("@")) {
				throw this.arguments.problem("the parameter '" + parameter + "' is not understood; name=value is.");
			}
			String value = URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8)
				.replace("+", "%20");
			return parameter.substring(0, equals + 1) + value;
		}

		private CurlRequest request() {
			if (this.url == null) {
				throw this.arguments.problem("the URL is missing.");
			}
			if (!this.query.isEmpty() && !this.get) {
				throw this.arguments.problem("--data-urlencode without -G sends a POST, which may change something.");
			}
			return (this.url.parts().size() > 1 && this.url.parts().getFirst() instanceof Word.Variable(String name))
					? behindVariable(this.url, name) : literal(this.url);
		}

		/** {@code $BASE_URL/health}. */
		private CurlRequest behindVariable(Word word, String name) {
			String rest = new Word(word.parts().subList(1, word.parts().size()), word.source()).literal().orElse("");
			if (!rest.startsWith("/")) {
				throw this.arguments.problem("the URL " + word.source() + " is not understood.");
			}
			return request(new TargetHint.Variable(name), rest);
		}

		private CurlRequest literal(Word word) {
			String text = word.literal()
				.orElseThrow(() -> this.arguments.problem("the URL " + word.source() + " is not written out."));
			try {
				URI uri = new URI(text.contains("://") ? text : "http://" + text);
				if (!List.of("http", "https").contains(uri.getScheme()) || uri.getHost() == null
						|| uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
					throw this.arguments.problem("the URL '" + text + "' is not understood.");
				}
				String path = Objects.requireNonNullElse(uri.getRawPath(), "");
				String asked = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
				return request(new TargetHint.Written(uri.getScheme() + "://" + uri.getRawAuthority() + path),
						(path.isEmpty() ? "/" : path) + asked);
			}
			catch (URISyntaxException malformed) {
				throw this.arguments.problem("the URL '" + text + "' is not understood.");
			}
		}

		private CurlRequest request(TargetHint hint, String path) {
			StringBuilder whole = new StringBuilder(path);
			this.query.forEach((parameter) -> whole.append((whole.indexOf("?") < 0) ? '?' : '&').append(parameter));
			return new CurlRequest(hint, whole.toString(), this.headers, this.failOnError);
		}

	}

}

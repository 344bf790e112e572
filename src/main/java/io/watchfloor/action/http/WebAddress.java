package io.watchfloor.action.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import io.watchfloor.command.Word.Expansion.Kind;

/**
 * An address on a line.
 *
 * @param hint which service
 * @param path from its root, query included, percent-encoded
 */
record WebAddress(TargetHint hint, String path) {

	static WebAddress of(Word word, Arguments arguments) {
		return (word.parts().size() > 1 && word.parts().getFirst() instanceof Word.Variable(String name))
				? behindVariable(word, name, arguments) : literal(word, arguments);
	}

	/** {@code $BASE_URL/health}. */
	private static WebAddress behindVariable(Word word, String name, Arguments arguments) {
		String rest = asSent(word.parts().subList(1, word.parts().size())).orElse("");
		if (!rest.startsWith("/")) {
			throw arguments.problem("the URL " + word.source() + " is not understood.");
		}
		return new WebAddress(new TargetHint.Variable(name), encoded(rest));
	}

	private static WebAddress literal(Word word, Arguments arguments) {
		if (word.variable().isPresent()) {
			return new WebAddress(new TargetHint.Variable(word.variable().get()), "/");
		}
		String text = asSent(word.parts())
			.orElseThrow(() -> arguments.problem("the URL " + word.source() + " is not written out."));
		if (text.startsWith("/") && !text.startsWith("//")) {
			return new WebAddress(new TargetHint.Unnamed(), encoded(text));
		}
		try {
			URI uri = new URI(encoded(text.contains("://") ? text : "http://" + text));
			if (!List.of("http", "https").contains(uri.getScheme()) || uri.getHost() == null
					|| uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
				throw arguments.problem("the URL '" + text + "' is not understood.");
			}
			String path = Objects.requireNonNullElse(uri.getRawPath(), "");
			String asked = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
			return new WebAddress(new TargetHint.Written(uri.getScheme() + "://" + uri.getRawAuthority() + path),
					(path.isEmpty() ? "/" : path) + asked);
		}
		catch (URISyntaxException malformed) {
			throw arguments.problem("the URL '" + text + "' is not understood.");
		}
	}

	/**
	 * The word as curl is given it. A {@code ?} without quotes is a pattern to a shell,
	 * and stays as it is: no file has the name of a URL.
	 */
	private static Optional<String> asSent(List<Word.Part> parts) {
		StringBuilder text = new StringBuilder();
		for (Word.Part part : parts) {
			switch (part) {
				case Word.Literal(String literal) -> text.append(literal);
				case Word.Expansion(var kind, String source) when kind == Kind.GLOB && source.equals("?") ->
					text.append(source);
				case Word.Expansion _, Word.Variable _ -> {
					return Optional.empty();
				}
			}
		}
		boolean glob = parts.stream().anyMatch(Word.Expansion.class::isInstance);
		return Optional.of(text.toString()).filter((url) -> !glob || !url.matches(".*[\\[{\\\\].*"));
	}

	/**
	 * What a query of a monitoring system holds besides letters, as the server would be
	 * sent it.
	 */
	private static String encoded(String url) {
		StringBuilder encoded = new StringBuilder();
		boolean query = false;
		for (int at = 0; at < url.length(); at++) {
			char c = url.charAt(at);
			query |= c == '?';
			encoded.append((query && "[]{}\"| <>^`\\".indexOf(c) >= 0) ? "%%%02X".formatted((int) c) : c);
		}
		return encoded.toString();
	}

}

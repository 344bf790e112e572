package io.watchfloor.action.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.PathReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;

/** What the flags of curl ask for. */
final class CurlRequest {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final Pattern SEVERAL = Pattern.compile("\\[(?:[0-9]+-[0-9]+|[A-Za-z]-[A-Za-z])(?::[0-9]+)?]"
			+ "|\\{(?![a-zA-Z_]\\w*\\s*(?:=~?|![=~])\\s*\\\\?[\"'])[^{}]*,[^{}]*}");

	private static final Pattern PATTERN = Pattern.compile("\\[(?!])|\\{");

	private final Options options;

	private final Arguments arguments;

	private final String field;

	private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private SignIn signIn = SignIn.NONE;

	CurlRequest(Options options, Arguments arguments, String field) {
		this.options = options;
		this.arguments = arguments;
		this.field = field;
	}

	ActionCall call(List<PathReader> paths) {
		CurlGrammar.REFUSED.forEach((flag, why) -> {
			if (this.options.has(flag)) {
				throw this.arguments.problem("the flag " + flag + " is not understood: " + why + ".");
			}
		});
		demandNumbers();
		this.options.all("-H").forEach(this::header);
		this.options.last("-A").ifPresent((agent) -> this.headers.put("User-Agent", literal(agent)));
		this.options.last("-e").ifPresent((from) -> this.headers.put("Referer", literal(from)));
		this.options.last("-u").ifPresent(this::user);
		WebAddress address = address();
		List<String> data = data();
		boolean query = this.options.has("-G") || data.isEmpty();
		String path = address.path() + (query ? joined(address.path(), data) : "");
		Action action = query ? withoutBody(path, paths) : withBody(method("POST"), path, String.join("&", data), true);
		return new ActionCall(action, address.hint());
	}

	private static String joined(String path, List<String> data) {
		return data.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + String.join("&", data);
	}

	private WebAddress address() {
		List<Word> urls = new ArrayList<>(this.options.operands());
		urls.addAll(this.options.all("--url"));
		if (urls.size() != 1) {
			throw this.arguments
				.problem(urls.isEmpty() ? "the URL is missing." : "more than one URL is not understood.");
		}
		demandOneRequest(urls.getFirst(), SEVERAL);
		return WebAddress.of(urls.getFirst(), this.arguments);
	}

	/**
	 * Without {@code -g} curl sends a range once for each, and drops braces. A question
	 * is read as it is meant, {@code rate(x[5m])}; a change is not.
	 */
	private void demandOneRequest(Word url, Pattern several) {
		if (!this.options.has("-g") && several.matcher(url.source()).find()) {
			throw this.arguments.problem("curl takes brackets and braces in " + url.source()
					+ " for a list of requests. Write each of them out, or -g where they are meant as they stand.");
		}
	}

	private void demandNumbers() {
		for (String flag : List.of("-m", "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time")) {
			this.options.all(flag)
				.stream()
				.map(this::literal)
				.filter((text) -> !text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?"))
				.forEach((text) -> {
					throw this.arguments.problem("'" + text + "' behind " + flag + " must be a number.");
				});
		}
	}

	/**
	 * A secret may stand in a header only as a variable; then the target's own is sent.
	 */
	private void header(Word word) {
		if (word.literal().isEmpty()) {
			secretHeader(word);
			return;
		}
		String line = literal(word);
		int colon = line.indexOf(':');
		if (colon > 0 && line.substring(colon + 1).isBlank()) {
			throw this.arguments.problem("the header '" + line + "' takes away what curl sends by itself.");
		}
		if (colon <= 0 || this.headers.put(line.substring(0, colon), line.substring(colon + 1).strip()) != null) {
			throw this.arguments.problem("the header '" + line + "' is not understood.");
		}
	}

	private void secretHeader(Word word) {
		boolean shaped = word.parts().size() == 2 && word.parts().get(0) instanceof Word.Literal
				&& word.parts().get(1) instanceof Word.Variable;
		String start = shaped ? ((Word.Literal) word.parts().getFirst()).text().strip() : "";
		int colon = start.indexOf(':');
		String name = (colon > 0) ? start.substring(0, colon) : "";
		String scheme = start.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
		if (!name.isEmpty() && name.equalsIgnoreCase("authorization") && Set.of("bearer", "basic").contains(scheme)) {
			signIn(new SignIn(scheme.equals("bearer") ? SignIn.Kind.BEARER : SignIn.Kind.BASIC, ""));
		}
		else if (RequestPath.secret(name) && scheme.isEmpty()) {
			signIn(new SignIn(SignIn.Kind.HEADER, name));
		}
		else {
			throw this.arguments
				.problem("the header " + word.source() + " holds something that a shell would change first.");
		}
	}

	/** {@code user:$PASSWORD}: both are the target's own. */
	private void user(Word word) {
		if (word.parts().isEmpty() || !(word.parts().getLast() instanceof Word.Variable)) {
			throw this.arguments.problem("-u carries a password that is written into the line. Take it out of the "
					+ "runbook; the target's secret is used instead.");
		}
		signIn(new SignIn(SignIn.Kind.BASIC, ""));
	}

	private void signIn(SignIn as) {
		if (!this.signIn.equals(SignIn.NONE)) {
			throw this.arguments.problem("it signs in twice.");
		}
		this.signIn = as;
	}

	/** In the order of the flags, as curl joins them. */
	private List<String> data() {
		List<String> data = new ArrayList<>();
		for (Options.Given given : this.options.given()) {
			switch (given.name()) {
				case "-d", "--data-binary" -> data.add(noFile(literal(given.value())));
				case "--data-raw" -> data.add(literal(given.value()));
				case "--data-urlencode" -> data.add(encoded(literal(given.value())));
				case "--json" -> {
					data.add(noFile(literal(given.value())));
					this.headers.putIfAbsent("Content-Type", "application/json");
					this.headers.putIfAbsent("Accept", "application/json");
				}
				default -> {
					// says nothing about data
				}
			}
		}
		return data;
	}

	private String noFile(String text) {
		if (text.startsWith("@")) {
			throw this.arguments.problem("it sends the file " + text.substring(1) + ", which is not in the runbook.");
		}
		return text;
	}

	/** {@code name=value}: the name stays, the value is percent-encoded. */
	private String encoded(String parameter) {
		int equals = parameter.indexOf('=');
		if (equals <= 0 || parameter.substring(0, equals).contains("@")) {
			throw this.arguments.problem("the parameter '" + parameter + "' is not understood; name=value is.");
		}
		return parameter.substring(0, equals + 1)
				+ URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
	}

	private String method(String usual) {
		List<String> methods = this.options.all("-X").stream().map(this::literal).toList();
		return methods.isEmpty() ? usual : methods.getLast();
	}

	private Action withoutBody(String path, List<PathReader> paths) {
		boolean head = this.options.has("-I");
		String method = method(head ? "HEAD" : "GET");
		if (!Set.of("GET", "HEAD").contains(method)) {
			return withBody(method, path, "", false);
		}
		if (method.equals("HEAD") != head) {
			throw this.arguments.problem("-X " + method + " does not do what it says; -I asks for the head.");
		}
		boolean plain = this.headers.isEmpty() && this.signIn.equals(SignIn.NONE) && !head && format().isEmpty();
		Optional<Action> typed = plain ? paths.stream().flatMap((reader) -> reader.read(path).stream()).findFirst()
				: Optional.empty();
		boolean signedIn = Set.of(SignIn.Kind.BEARER, SignIn.Kind.BASIC).contains(this.signIn.kind());
		boolean bare = signedIn && this.headers.isEmpty() && !head && this.field.isEmpty() && format().isEmpty();
		return typed.or(() -> (bare && !this.options.has("-i")) ? identity(path) : Optional.empty())
			.orElseGet(() -> page(path, head));
	}

	/** A vendor's call that says who is asking. */
	private Optional<Action> identity(String path) {
		boolean intercom = address().hint() instanceof TargetHint.Written(String text)
				&& text.startsWith("https://api.intercom.io/");
		return (intercom && path.equals("/me")) ? Optional.of(new VendorIdentity(VendorIdentity.Vendor.INTERCOM))
				: path.matches("/api/v2/users/me(\\.json)?")
						? Optional.of(new VendorIdentity(VendorIdentity.Vendor.ZENDESK)) : Optional.empty();
	}

	private GetText page(String path, boolean head) {
		GetText.Show show = head ? GetText.Show.HEAD : this.options.has("-i") ? GetText.Show.ALL : GetText.Show.BODY;
		return new GetText(path, this.headers, this.signIn, show, this.options.has("-L"),
				this.options.has("-f") || this.options.has("--fail-with-body"), this.field, format());
	}

	/**
	 * What {@code -o /dev/null -w …} shows; without the first the format comes behind the
	 * body.
	 */
	private String format() {
		Optional<String> output = this.options.last("-o").map(this::literal);
		if (output.isPresent() && !output.get().equals("/dev/null") && !output.get().equals("-")) {
			throw this.arguments.problem("the flag -o saves a file.");
		}
		String format = this.options.last("-w").map(this::literal).orElse("");
		boolean thrownAway = output.filter("/dev/null"::equals).isPresent();
		if (format.startsWith("@")) {
			throw this.arguments.problem("the format of -w stands in a file.");
		}
		if (!thrownAway && !format.replace("\\n", "").isBlank()) {
			throw this.arguments.problem("-w without -o /dev/null puts figures behind the answer.");
		}
		return thrownAway ? (format.isEmpty() ? "%{http_code}" : format) : "";
	}

	private HttpCall withBody(String method, String path, String body, boolean hasData) {
		if (this.options.has("-I") || !this.field.isEmpty()) {
			throw this.arguments.problem("what a change answers is not filtered; leave out what stands after the bar.");
		}
		this.options.operands().forEach((url) -> demandOneRequest(url, PATTERN));
		this.options.all("--url").forEach((url) -> demandOneRequest(url, PATTERN));
		format();
		if (hasData) {
			this.headers.putIfAbsent("Content-Type", FORM);
		}
		try {
			return new HttpCall(HttpCall.Method.valueOf(method), path, this.headers, this.signIn, body);
		}
		catch (IllegalArgumentException refused) {
			throw Set.of("POST", "PUT", "PATCH", "DELETE").contains(method) ? refused
					: this.arguments.problem("the method " + method + " is not understood.");
		}
	}

	private String literal(Word word) {
		return word.literal()
			.orElseThrow(() -> this.arguments
				.problem("'" + word.source() + "' is something that a shell would change first."));
	}

}

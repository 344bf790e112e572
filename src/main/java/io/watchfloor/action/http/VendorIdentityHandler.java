package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Signs in as the target's secrets say: a password with Basic, which is how Zendesk takes
 * an API token, a token as Bearer.
 */
@Component
class VendorIdentityHandler implements ReadHandler<VendorIdentity> {

	private final HttpServers servers;

	private final Clock clock;

	VendorIdentityHandler(HttpServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<VendorIdentity> type() {
		return new ActionType<>("http.vendor-identity", VendorIdentity.class, HttpTargets.KIND);
	}

	@Override
	public Reading read(VendorIdentity action, Target target, RunContext context) {
		GetText request = new GetText(action.vendor().path(), Map.of("Accept", "application/json"), signIn(target),
				GetText.Show.BODY, false, false, "", "");
		try (HttpSession session = this.servers.reading(target)) {
			return reading(action.vendor(), session.get(request), this.clock.instant());
		}
	}

	private static SignIn signIn(Target target) {
		if (target.secrets().containsKey("password")) {
			return new SignIn(SignIn.Kind.BASIC, "");
		}
		if (target.secrets().containsKey("token")) {
			return new SignIn(SignIn.Kind.BEARER, "");
		}
		throw new Problem(Problem.Category.NOT_FOUND, target.id()
				+ " has neither a secret 'token' nor a secret 'password' to sign in with. Name one in system.yaml.");
	}

	private static Reading reading(VendorIdentity.Vendor vendor, Answer answer, Instant at) {
		if (answer.status() == 401 || answer.status() == 403) {
			return new Reading(true, "The vendor refuses the sign-in (status " + answer.status() + ")", 0.0,
					"signed in", null, null, answer.source(), at)
				.judged(Judgement.NOT_AS_EXPECTED);
		}
		Optional<JsonNode> root = (answer.status() == 200 && !answer.cut()) ? JsonField.parse(answer.text())
				: Optional.empty();
		Optional<String> id = root.filter(JsonNode::isObject)
			.flatMap((tree) -> JsonField.find(tree, vendor.id()))
			.filter(JsonNode::isValueNode)
			.map(JsonField::text)
			.filter((text) -> !text.isBlank());
		if (id.isEmpty()) {
			return Reading.unknown(
					"The answer (status " + answer.status() + ") does not say who is signed in" + spare(answer),
					answer.source(), at);
		}
		String who = root.flatMap((tree) -> JsonField.find(tree, vendor.person())).map(JsonField::text).orElse("?");
		return new Reading(true, "Signed in as " + who + " (id " + id.get() + ")" + spare(answer), 1.0, "signed in",
				null, null, answer.source(), at)
			.judged(Judgement.AS_EXPECTED);
	}

	/** What the vendor says is left of its limit. */
	private static String spare(Answer answer) {
		return answer.head()
			.lines()
			.filter((line) -> line.toLowerCase(java.util.Locale.ROOT)
				.matches("(x-)?rate-?limit-remaining: *[0-9]{1,9}"))
			.findFirst()
			.map((line) -> ", " + line.replaceFirst(".*: *", "") + " requests left of the limit")
			.orElse("");
	}

}

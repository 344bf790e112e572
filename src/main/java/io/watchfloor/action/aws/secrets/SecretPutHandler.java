package io.watchfloor.action.aws.secrets;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.AwsSessions;
import io.watchfloor.action.aws.AwsTargets;
import io.watchfloor.action.aws.Told;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * The new version has an id of the plan's, so that it is known afterwards and sending it
 * twice makes one. Values are never shown, compared or kept.
 */
@Component
class SecretPutHandler implements ChangeHandler<SecretPut> {

	private static final String SERVICE = "secretsmanager";

	private static final String CURRENT = "current";

	private static final String NEW = "new";

	private static final int RANDOM_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final AwsSessions sessions;

	private final Secrets secrets;

	private final Clock clock;

	SecretPutHandler(AwsSessions sessions, Secrets secrets, Clock clock) {
		this.sessions = sessions;
		this.secrets = secrets;
		this.clock = clock;
	}

	@Override
	public ActionType<SecretPut> type() {
		return new ActionType<>("aws.secret-put", SecretPut.class, AwsTargets.KIND);
	}

	/** The version that has a stage; empty for none. */
	private static String version(SecretPut action, AwsSession session, String stage) {
		return session.ask(SERVICE, "list-secret-version-ids", Map.of("SecretId", action.secretId()), action.region())
			.list("Versions")
			.stream()
			.filter((version) -> version.list("VersionStages")
				.stream()
				.anyMatch((each) -> each.toString().equals(stage)))
			.map((version) -> version.text("VersionId"))
			.findFirst()
			.orElse("");
	}

	/** All versions there are: another one makes another plan, and another id. */
	private static String versions(SecretPut action, AwsSession session) {
		return session
			.ask(SERVICE, "list-secret-version-ids", Map.of("SecretId", action.secretId(), "IncludeDeprecated", true),
					action.region())
			.list("Versions")
			.stream()
			.map((version) -> version.text("VersionId"))
			.sorted()
			.toList()
			.toString();
	}

	private SecretReference reference(SecretPut action, Target target) {
		SecretReference reference = target.secrets().get(AwsTargets.NEW_SECRET_VALUE);
		if (reference == null) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"Where the new value of " + action.secretId() + " is kept is not known: " + target.id()
							+ " has no secret '" + AwsTargets.NEW_SECRET_VALUE + "'. A value is never typed here.");
		}
		return reference;
	}

	private String value(SecretPut action, Target target, AwsSession session) {
		if (action.value() == SecretPut.Value.REFERENCE) {
			return this.secrets.resolve(reference(action, target));
		}
		if (action.value() == SecretPut.Value.GENERATED) {
			byte[] random = new byte[RANDOM_BYTES];
			RANDOM.nextBytes(random);
			return Base64.getEncoder().encodeToString(random);
		}
		Told previous = session.ask(SERVICE, "get-secret-value",
				Map.of("SecretId", action.secretId(), "VersionStage", "AWSPREVIOUS"), action.region());
		String value = previous.text("SecretString");
		if (value.isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The version before of " + action.secretId()
					+ " holds no text, only bytes or nothing. Give AWSCURRENT back to it instead.");
		}
		return value;
	}

	@Override
	public Plan plan(SecretPut action, Target target) {
		Instant now = this.clock.instant();
		AwsSession session = this.sessions.reading(target);
		String current = version(action, session, "AWSCURRENT");
		String previous = version(action, session, "AWSPREVIOUS");
		PlanDraft draft = new PlanDraft();
		if (action.value() == SecretPut.Value.REFERENCE) {
			this.secrets.resolve(reference(action, target));
			draft.effect(
					"The value is the one that the target's secret '" + AwsTargets.NEW_SECRET_VALUE + "' refers to");
		}
		else if (action.value() == SecretPut.Value.GENERATED) {
			draft
				.effect("The value is made when it is sent: " + RANDOM_BYTES
						+ " random bytes in Base64. Nobody sees it," + " and it is kept nowhere but in the secret.")
				.danger("Only a key that stands alone is made anew like this. What was encrypted with the value before"
						+ " can be read with that one only.");
		}
		else if (previous.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"The secret " + action.secretId() + " has no version before.");
		}
		else {
			draft.effect("The value is that of version " + previous);
		}
		String token = UUID
			.nameUUIDFromBytes(
					(action + " " + target.id() + " " + versions(action, session)).getBytes(StandardCharsets.UTF_8))
			.toString();
		draft
			.call(session.planned(SERVICE, action.operation().word(), parameters(action, token, "hidden"),
					action.region()))
			.change("version in use of " + action.secretId(), current, token)
			.mark(CURRENT, current)
			.mark(NEW, token)
			.danger("Whoever reads the secret gets another value from now on; what has read it already keeps the old"
					+ " one until it starts anew.")
			.undo("Give AWSCURRENT back to version " + current)
			.doneWhen("the new version is the one in use", Duration.ofSeconds(30));
		if (action.value() == SecretPut.Value.PREVIOUS) {
			draft.mark("previous", previous);
		}
		return draft.plan(now);
	}

	private static Map<String, Object> parameters(SecretPut action, String token, String value) {
		return new TreeMap<>(Map.of("SecretId", action.secretId(), "ClientRequestToken", token, "SecretString", value));
	}

	@Override
	public Outcome execute(SecretPut action, Plan plan, Target target, RunContext context) {
		AwsSession session = this.sessions.changing(target);
		String token = plan.markers().getOrDefault(NEW, "");
		context.making(new Plan.Call(session.planned(SERVICE, action.operation().word(),
				parameters(action, token, "hidden"), action.region())));
		try {
			String value = value(action, target, session);
			session.call(SERVICE, action.operation().word(), parameters(action, token, value), action.region());
			return new Outcome.Succeeded("The secret has the version " + token + ".", Map.of("version", token));
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.UNREACHABLE)
					? new Outcome.Unknown(problem.getMessage() + " The secret may have its new version.")
					: new Outcome.Failed(problem.getMessage() + " Nothing was changed.");
		}
	}

	@Override
	public Verification verify(SecretPut action, Plan plan, Target target) {
		try {
			String current = version(action, this.sessions.reading(target), "AWSCURRENT");
			return Verification.when(current.equals(plan.markers().get(NEW)), "in use is version " + current);
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(SecretPut action, Plan plan, Target target) {
		try {
			String current = version(action, this.sessions.reading(target), "AWSCURRENT");
			Settlement.Finding finding = current.equals(plan.markers().get(NEW)) ? Settlement.Finding.HAPPENED
					: current.equals(plan.markers().get(CURRENT)) ? Settlement.Finding.DID_NOT_HAPPEN
							: Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding, "in use is version " + current);
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(SecretPut action, Plan plan) {
		return Optional.of(new AwsChange(SERVICE, "update-secret-version-stage",
				Map.of("SecretId", action.secretId(), "VersionStage", "AWSCURRENT", "MoveToVersionId",
						Objects.toString(plan.markers().get(CURRENT), ""), "RemoveFromVersionId",
						Objects.toString(plan.markers().get(NEW), "")),
				action.region(), "", "json"));
	}

}

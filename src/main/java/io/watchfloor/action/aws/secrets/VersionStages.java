package io.watchfloor.action.aws.secrets;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Which version of a secret has a stage; values are never read. */
@Component
class VersionStages implements CallKnowledge {

	@Override
	public boolean knows(AwsChange call) {
		return call.is("secretsmanager update-secret-version-stage");
	}

	private static String text(AwsChange call, String name) {
		return Objects.toString(call.parameters().get(name), "");
	}

	private static Told versions(AwsChange call, AwsSession session) {
		return session.ask("secretsmanager", "list-secret-version-ids",
				Map.of("SecretId", text(call, "SecretId"), "IncludeDeprecated", true), call.region());
	}

	@Override
	public SortedMap<String, String> now(AwsChange call, AwsSession session) {
		SortedMap<String, String> now = new TreeMap<>();
		versions(call, session).list("Versions")
			.stream()
			.filter((version) -> version.list("VersionStages")
				.stream()
				.anyMatch((stage) -> stage.toString().equals(text(call, "VersionStage"))))
			.forEach((version) -> now.put(text(call, "VersionStage"), version.text("VersionId")));
		return now;
	}

	@Override
	public List<AwsCall> calls(AwsChange call) {
		return List.of(new AwsCall("secretsmanager", "list-secret-version-ids", call.parameters(), call.region()));
	}

	@Override
	public SortedMap<String, String> after(AwsChange call, SortedMap<String, String> now) {
		SortedMap<String, String> after = new TreeMap<>(now);
		String to = text(call, "MoveToVersionId");
		if (to.isEmpty()) {
			after.remove(text(call, "VersionStage"));
		}
		else {
			after.put(text(call, "VersionStage"), to);
		}
		return after;
	}

	@Override
	public void note(AwsChange call, SortedMap<String, String> now, AwsSession session, PlanDraft draft) {
		versions(call, session).list("Versions")
			.forEach((version) -> draft.sample(version.text("VersionId") + ", made " + version.text("CreatedDate")
					+ ", " + version.at("VersionStages")));
		String to = text(call, "MoveToVersionId");
		if (!to.isEmpty() && versions(call, session).list("Versions")
			.stream()
			.noneMatch((version) -> version.text("VersionId").equals(to))) {
			throw new Problem(Problem.Category.NOT_FOUND, "The secret has no version " + to + ".");
		}
		draft.danger(
				"Whoever reads the secret gets another value from now on; what has read it already keeps the old one"
						+ " until it starts anew.");
	}

	@Override
	public Optional<AwsChange> undo(AwsChange call, SortedMap<String, String> now) {
		String before = now.get(text(call, "VersionStage"));
		String to = text(call, "MoveToVersionId");
		if (before == null || to.isEmpty()) {
			return Optional.empty();
		}
		Map<String, Object> parameters = new TreeMap<>(call.parameters());
		parameters.put("MoveToVersionId", before);
		parameters.put("RemoveFromVersionId", to);
		return Optional.of(call.with(call.operation(), parameters));
	}

}

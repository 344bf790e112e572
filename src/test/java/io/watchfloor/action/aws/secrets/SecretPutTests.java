package io.watchfloor.action.aws.secrets;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.action.aws.AwsTargets;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Secrets of moto get new versions, and nobody sees a value. */
class SecretPutTests {

	private static final String VALUE = "s3cr3t-of-the-file";

	private static AwsLab aws;

	private static Target target;

	private static Trial<SecretPut> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		Map<String, SecretReference> secrets = new TreeMap<>(aws.target().secrets());
		secrets.put(AwsTargets.NEW_SECRET_VALUE, new SecretReference("file", VALUE));
		target = new Target(aws.target().id(), "aws", aws.target().settings(), secrets, List.of());
		trial = new Trial<>(new SecretPutHandler(aws.sessions(), new NoSecrets(), Clock.systemUTC()), target);
	}

	@AfterAll
	static void stop() {
		aws.close();
	}

	private static String value(String id) {
		return aws.ask("secretsmanager", "get-secret-value", Map.of("SecretId", id)).text("SecretString");
	}

	private static void set(String operation, Map<String, Object> parameters) {
		aws.sessions().changing(aws.target()).call("secretsmanager", operation, parameters, "");
	}

	private static SecretPut secret(String id, SecretPut.Value value) {
		set("create-secret", Map.of("Name", id, "SecretString", "first"));
		return new SecretPut(SecretPut.Operation.PUT_SECRET_VALUE, id, value, "");
	}

	@Test
	void theValueIsTheReferencesAndIsSeenNowhere() {
		SecretPut action = secret("rotated", SecretPut.Value.REFERENCE);
		aws.asked();
		Plan plan = trial.plan(action);
		assertThat(aws.asked()).noneMatch((call) -> call.startsWith("Put") || call.startsWith("GetSecretValue"));
		assertThat(plan.toString()).doesNotContain(VALUE).contains("[hidden]");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		Recorder recorder = new Recorder(plan);
		assertThat(trial.outcome(action, plan, recorder)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
		assertThat(value("rotated")).isEqualTo(VALUE);
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.undoOf(action, plan).orElseThrow().commandLine()).contains("update-secret-version-stage");
		assertThat(trial.plan(action).markers()).as("another version makes another plan").isNotEqualTo(plan.markers());
	}

	@Test
	void theVersionBeforeIsTakenAgain() {
		SecretPut action = secret("back", SecretPut.Value.PREVIOUS);
		assertThatThrownBy(() -> trial.plan(action)).isInstanceOf(Problem.class)
			.hasMessageContaining("no version before");
		set("put-secret-value", Map.of("SecretId", "back", "SecretString", "second"));
		Plan plan = trial.plan(action);
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(value("back")).isEqualTo("first");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
	}

	@Test
	void aNewKeyIsMadeThatNobodySees() {
		SecretPut action = secret("key", SecretPut.Value.GENERATED);
		Plan plan = trial.plan(action);
		assertThat(plan.warnings().toString()).contains("was encrypted with the value before");
		Recorder recorder = new Recorder(plan);
		assertThat(trial.outcome(action, plan, recorder)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
		String made = value("key");
		assertThat(java.util.Base64.getDecoder().decode(made)).hasSize(32);
		assertThat(recorder.output.toString() + plan + recorder.kept).doesNotContain(made);
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		SecretPut again = new SecretPut(SecretPut.Operation.PUT_SECRET_VALUE, "key", SecretPut.Value.GENERATED, "");
		assertThat(trial.outcome(again, trial.plan(again))).isInstanceOf(Outcome.Succeeded.class);
		assertThat(value("key")).isNotEqualTo(made);
		assertThat(trial.state(action, plan)).as("another version came after it").isEqualTo(State.NOT_YET);
	}

	@Test
	void withoutAReferenceThereIsNoPlan() {
		SecretPut action = secret("alone", SecretPut.Value.REFERENCE);
		SecretPutHandler handler = new SecretPutHandler(aws.sessions(), new NoSecrets(), Clock.systemUTC());
		assertThatThrownBy(() -> handler.plan(action, aws.target())).isInstanceOf(Problem.class)
			.hasMessageContaining("never typed");
	}

}

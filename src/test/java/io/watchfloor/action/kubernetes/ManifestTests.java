package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManifestTests {

	private static final String TWO = """
			apiVersion: v1
			kind: ConfigMap
			metadata: {name: limits}
			data:
			  from: 08:30
			  on: yes
			---
			apiVersion: apps/v1
			kind: Deployment
			metadata: {name: api, namespace: shop}
			spec: {replicas: 4}
			""";

	private static final String LINE = "kubectl apply -f k8s/api.yaml -n shop";

	private final ApiServer server = new ApiServer();

	private final Console console = new Console(this.server);

	@BeforeEach
	void fill() {
		Fixture.fill(this.server.objects);
		this.server.objects.put("/api/v1/namespaces/shop/configmaps/settings",
				"{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"LEVEL\":\"info\",\"POOL\":\"10\"}}");
	}

	@AfterEach
	void close() {
		this.console.close();
		this.server.close();
	}

	private Action filled(String line, String text) {
		Open open = new Open(this.console.action(line));
		return open.with(text);
	}

	/** An action with its only question answered. */
	private record Open(Action action) {

		Action with(String text) {
			io.watchfloor.action.Asking asking = (io.watchfloor.action.Asking) this.action;
			return asking.answered(Map.of(asking.asks().getFirst().name(), text));
		}

	}

	private ChangeHandler<Action> handler(Action action) {
		return this.console.actions().changes(action);
	}

	private Plan plan(Action action) {
		return handler(action).plan(action, this.console.target);
	}

	@Test
	void aPlanRehearsesEachObjectAndChangesNothing() {
		Action action = filled(LINE, TWO);
		this.server.forget();
		Plan plan = plan(action);
		assertThat(this.server.requests()).allMatch(ApiServer.Request::reads);
		assertThat(plan.calls()).extracting(Plan.Call::text)
			.allMatch((call) -> call.startsWith("PATCH ")
					&& call.contains("fieldManager=kubectl&fieldValidation=Strict&force=true"));
		assertThat(plan.changes()).contains(new Plan.Change("deployments/api spec.replicas", "2", "4"));
		assertThat(plan.effects()).contains("configmaps/limits is made anew");
		assertThat(plan.calls().getFirst().text()).contains("\"from\":\"08:30\"").contains("\"true\":true");
		assertThat(handler(action).probe(action, plan, this.console.target).finding())
			.isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
	}

	@Test
	void whatWasPlannedIsAppliedAndSeen() {
		Action action = filled(LINE, TWO);
		Plan plan = plan(action);
		this.server.forget();
		assertThat(handler(action).execute(action, plan, this.console.target, new Recorder(plan)))
			.isInstanceOf(Outcome.Succeeded.class);
		assertThat(this.server.requests().stream().filter((request) -> !request.reads())).hasSize(2);
		assertThat(handler(action).probe(action, plan, this.console.target).finding())
			.isEqualTo(Settlement.Finding.HAPPENED);
		this.server.objects.at("/api/v1/namespaces/shop/configmaps/limits").withObject("/data").put("from", "09:00");
		assertThat(handler(action).verify(action, plan, this.console.target).state())
			.isNotEqualTo(Verification.State.HOLDS);
	}

	@Test
	void anObjectThatChangedSinceThePlanIsNotOverwritten() {
		Action action = filled(LINE, TWO);
		Plan plan = plan(action);
		this.server.objects.at("/apis/apps/v1/namespaces/shop/deployments/api").withObject("/spec").put("replicas", 9);
		assertThat(plan(action).markers()).isNotEqualTo(plan.markers());
	}

	@Test
	void whatIsMissingIsSaidInWords() {
		assertThatThrownBy(() -> this.console.plan(LINE)).hasMessageContaining("k8s/api.yaml")
			.hasMessageContaining("Paste it");
		assertThatThrownBy(() -> this.console.plan("kubectl edit configmap settings -n shop"))
			.hasMessageContaining("shall be is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "a: [", "kind: ConfigMap", "apiVersion: v1\nkind: ConfigMap\nmetadata: {}",
			"apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {b: Yw==}",
			"apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Secret, metadata: {name: a}}]",
			"!!javax.script.ScriptEngineManager []", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ../x}" })
	void whatIsNoManifestIsRefused(String text) {
		assertThatThrownBy(() -> filled(LINE, text)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void anotherNamespaceThanTheLineSaysIsRefused() {
		Action action = filled(LINE, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: blue}}");
		assertThatThrownBy(() -> plan(action)).hasMessageContaining("blue");
	}

	@Test
	void rightsAndUnknownKindsAreAtWorst() {
		assertThat(filled(LINE, TWO).risk()).isEqualTo(Risk.DISRUPTIVE);
		assertThat(filled(LINE, "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: a}}")
			.risk()).isEqualTo(Risk.DESTRUCTIVE);
		assertThat(this.console.action(LINE).risk()).isEqualTo(Risk.DESTRUCTIVE);
	}

	@Test
	void aManifestOfTheLineNeedsNoQuestion() {
		Action action = this.console
			.action("kubectl apply -n shop -f - <<EOF\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\nEOF");
		assertThat(((KubeApply) action).asks()).isEmpty();
		assertThat(plan(action).effects()).contains("configmaps/a is made anew");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kubectl apply", "kubectl apply -f -", "kubectl apply -f https://example.com/a.yaml",
			"kubectl apply -k overlays/prod", "kubectl apply -f a.yaml --prune", "kubectl apply -f a.yaml --force",
			"kubectl apply -f a.yaml --dry-run=server", "kubectl apply -f a.yaml b", "kubectl apply -f \"$(x)\"",
			"kubectl apply -f a.yaml --force-conflicts", "kubectl apply -f a.yaml -l a=b",
			"kubectl apply -f a.yaml <<< '{}'", "kubectl edit secret a", "kubectl edit deploy",
			"kubectl edit deploy a b", "kubectl edit deploy a --validate=false", "kubectl get pods <<< x" })
	void whatChangesTheMeaningIsNotUnderstood(String line) {
		assertThat(this.console.understand(line)).isNotInstanceOf(Understanding.Understood.class);
	}

	@Test
	void theFolderOfTheTargetHoldsWhatALineNamesAndNothingElse(@TempDir Path folder) throws IOException {
		Path inside = Files.createDirectories(folder.resolve("repo/k8s"));
		Files.writeString(inside.resolve("api.yaml"), TWO);
		Files.writeString(folder.resolve("other.yaml"), TWO);
		Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("other.yaml"));
		Target target = Targets.target("repo", "kubernetes", Map.of("server", this.server.address(), "namespace",
				"default", "context", "shop-cluster", "manifests", folder.resolve("repo").toString()));
		Action named = this.console.action(LINE);
		assertThat(handler(named).plan(named, target).calls()).hasSize(2);
		for (String other : List.of("../other.yaml", "k8s/link.yaml", folder.resolve("other.yaml").toString(), "k8s",
				"k8s/none.yaml")) {
			Action action = this.console.action("kubectl apply -n shop -f " + other);
			assertThatThrownBy(() -> handler(action).plan(action, target)).as(other).hasMessageContaining("manifests");
		}
	}

	@Test
	void anEditedTextBecomesWhatDiffers() {
		String line = "kubectl edit configmap settings -n shop";
		String text = EditedObject.text((KubeEdit) this.console.action(line),
				this.console.bean(Clusters.class).reading(this.console.target));
		Action action = filled(line, text.replace("LEVEL: info", "LEVEL: debug"));
		this.server.forget();
		Plan plan = plan(action);
		assertThat(this.server.requests()).allMatch(ApiServer.Request::reads);
		assertThat(plan.calls()).extracting(Plan.Call::text)
			.containsExactly("PATCH /api/v1/namespaces/shop/configmaps/settings {\"data\":{\"LEVEL\":\"debug\"}}");
		assertThat(plan.changes()).containsExactly(new Plan.Change("configmaps/settings data.LEVEL", "info", "debug"));
		assertThat(handler(action).execute(action, plan, this.console.target, new Recorder(plan)))
			.isInstanceOf(Outcome.Succeeded.class);
		assertThat(handler(action).probe(action, plan, this.console.target).finding())
			.isEqualTo(Settlement.Finding.HAPPENED);
		assertThatThrownBy(() -> plan(filled(line, text.replace("POOL: \"10\"", "POOL: \"20\""))))
			.hasMessageContaining("changed after its text was taken");
	}

	@Test
	void anEditedTextIsTheWholeObject() {
		String line = "kubectl edit configmap settings -n shop";
		for (String text : List.of("data: {a: b}", "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}",
				"{apiVersion: v1, kind: Pod, metadata: {name: settings}}")) {
			assertThatThrownBy(() -> filled(line, text)).isInstanceOf(IllegalArgumentException.class);
		}
	}

}

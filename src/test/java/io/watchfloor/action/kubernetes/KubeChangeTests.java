package io.watchfloor.action.kubernetes;

import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KubeChangeTests {

	private static final String API = "/apis/apps/v1/namespaces/shop/deployments/api";

	private final ApiServer server = new ApiServer();

	private final Console console = new Console(this.server);

	@BeforeEach
	void fill() {
		Fixture.fill(this.server.objects);
	}

	@AfterEach
	void close() {
		this.console.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "kubectl scale deploy/api --replicas=5 -n shop",
			"kubectl rollout restart deploy/api -n shop", "kubectl rollout undo deploy/api -n shop",
			"kubectl rollout undo sts/db -n shop", "kubectl rollout pause deploy/api -n shop",
			"kubectl set image deploy/api api=registry/api:3 -n shop",
			"kubectl set env deploy/api LEVEL=debug NEW=1 -n shop",
			"kubectl set resources deploy/api --limits=cpu=1 -n shop", "kubectl label deploy/api tier=front -n shop",
			"kubectl annotate deploy/api note=x -n shop",
			"kubectl patch deploy api -p '{\"spec\":{\"replicas\":4}}' -n shop",
			"kubectl patch deploy api --type=json -p '[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":4}]' -n shop",
			"kubectl delete pod lonely -n shop", "kubectl cordon node-1", "kubectl drain node-1 --ignore-daemonsets",
			"kubectl taint nodes node-1 a=b:NoSchedule", "kubectl autoscale deploy/api --min=2 --max=4 -n shop",
			"kubectl create namespace blue", "kubectl create job once --from=cronjob/nightly -n shop" })
	void aPlanChangesNothingAndAnExecutionMakesExactlyItsCalls(String line) {
		this.server.forget();
		Plan plan = this.console.plan(line);
		assertThat(this.server.requests()).allMatch(ApiServer.Request::reads);
		assertThat(plan.calls()).isNotEmpty();
		assertThat(plan.undo()).isNotBlank();
		assertThat(plan.markers()).isNotEmpty();
		assertThat(probe(line, plan).finding()).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		this.server.forget();
		assertThat(this.console.execute(line, plan)).isInstanceOf(Outcome.Succeeded.class);
		assertThat(this.server.requests().stream().filter((request) -> !request.reads()).map(KubeChangeTests::call))
			.containsExactlyElementsOf(plan.calls().stream().map(Plan.Call::text).toList());
		assertThat(probe(line, plan).finding()).isEqualTo(Settlement.Finding.HAPPENED);
	}

	private static String call(ApiServer.Request request) {
		return request.method() + " " + request.path() + (request.body().isEmpty() ? "" : " " + request.body());
	}

	private Settlement probe(String line, Plan plan) {
		return this.console.changes(line).probe(this.console.action(line), plan, this.console.target);
	}

	private Verification verify(String line, Plan plan) {
		return this.console.changes(line).verify(this.console.action(line), plan, this.console.target);
	}

	private Optional<Action> undo(String line, Plan plan) {
		return this.console.changes(line).undo(this.console.action(line), plan);
	}

	@Test
	void theImagesThatRanBeforeAreSetAgain() {
		String line = "kubectl set image deploy/api api=registry/api:3 -n shop";
		Plan plan = this.console.plan(line);
		assertThat(plan.changes()).contains(new Plan.Change("deployments/api spec.template.spec.containers[api].image",
				"registry/api:2", "registry/api:3"));
		this.console.execute(line, plan);
		assertThat(undo(line, plan).orElseThrow().commandLine())
			.isEqualTo("kubectl --namespace=shop set image deployments/api api=registry/api:2");
	}

	@Test
	void variablesGoBackToTheirValuesAndNewOnesGoAway() {
		String line = "kubectl set env deploy/api LEVEL=debug NEW=1 -c api -n shop";
		Plan plan = this.console.plan(line);
		this.console.execute(line, plan);
		assertThat(undo(line, plan).orElseThrow().commandLine())
			.isEqualTo("kubectl --namespace=shop set env deployments/api --containers=api LEVEL=info NEW-");
	}

	@Test
	void variablesSayWhatTheyMeanForTheDatabaseTheTrafficAndTheVectors() {
		Plan plan = this.console.plan("kubectl set env deploy/web POOL=20 EMBEDDING_MODEL=large -c web -n shop");
		assertThat(plan.warnings()).extracting(Plan.Warning::text)
			.anyMatch((text) -> text
				.startsWith("POOL: 3 pods hold up to 30 connections now, 60 after, 100 when the autoscaler goes to 5"))
			.anyMatch((text) -> text.startsWith("EMBEDDING_MODEL decides how texts become vectors"))
			.anyMatch((text) -> text.contains("the next apply sets it back"));
		assertThat(plan.effects()).anyMatch((text) -> text.contains("3 pods are replaced"))
			.contains("No Service selects the pods of deployments/web");
		assertThat(this.console.plan("kubectl set env deploy/api LEVEL=debug -n shop").effects())
			.contains("Traffic comes to the pods of deployments/api by Service api");
	}

	@Test
	void aValueThatLooksSecretIsNeitherTakenNorShown() {
		assertThatThrownBy(() -> this.console.action("kubectl set env deploy/api DB_PASSWORD=hunter2 -n shop"))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("looks like a secret");
		this.server.objects.put(API, this.server.objects.at(API).toString().replace("\"LEVEL\"", "\"API_TOKEN\""));
		Plan plan = this.console.plan("kubectl set env deploy/api API_TOKEN- -n shop");
		assertThat(plan.toString()).doesNotContain("info");
		assertThat(undo("kubectl set env deploy/api API_TOKEN- -n shop", plan)).as("its value is not kept").isEmpty();
	}

	@Test
	void scalingSaysWhichWayItGoesAndWhoFightsIt() {
		Plan down = this.console.plan("kubectl scale deploy/web --replicas=1 -n shop");
		assertThat(down.changes()).containsExactly(new Plan.Change("deployments/web replicas", "3", "1"));
		assertThat(down.warnings()).extracting(Plan.Warning::text)
			.anyMatch((text) -> text.contains("fewer than run now (3)"))
			.anyMatch((text) -> text.contains("autoscaler web keeps deployments/web between 2 and 5"));
		assertThat(undo("kubectl scale deploy/web --replicas=1 -n shop", down).orElseThrow().commandLine())
			.isEqualTo("kubectl --namespace=shop scale deployments/web --replicas=3");
	}

	@Test
	void theNumberThatTheLineExpectsMustBeThere() {
		assertThatThrownBy(
				() -> this.console.plan("kubectl scale deploy/web --replicas=5 --current-replicas=2 -n shop"))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("has 3 replicas, not 2");
	}

	@Test
	void aRollBackNamesTheRevisionAndWhatDoesNotGoBack() {
		Plan plan = this.console.plan("kubectl rollout undo deploy/api -n shop");
		assertThat(plan.changes())
			.contains(new Plan.Change("deployments/api revision", "2", "1 (registry/api:1,registry/side:1)"));
		assertThat(plan.warnings()).extracting(Plan.Warning::text).anyMatch((text) -> text.contains("migration"));
		assertThat(undo("kubectl rollout undo deploy/api -n shop", plan).orElseThrow().commandLine())
			.isEqualTo("kubectl --namespace=shop rollout undo deployments/api --to-revision=2");
		assertThatThrownBy(() -> this.console.plan("kubectl rollout undo deploy/api --to-revision=9 -n shop"))
			.hasMessageContaining("keeps no revision 9")
			.hasMessageContaining("1, 2");
	}

	@Test
	void whatChangedSinceThePlanIsNotOverwritten() {
		String line = "kubectl rollout undo deploy/api -n shop";
		Plan plan = this.console.plan(line);
		this.server.objects.at(API).withObject("/metadata/annotations").put("deployment.kubernetes.io/revision", "3");
		assertThat(this.console.plan(line).markers()).isNotEqualTo(plan.markers());
		this.server.forget();
		assertThat(this.console.execute(line, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(this.server.requests()).allMatch(ApiServer.Request::reads);
	}

	@Test
	void aRollOutCountsOnceItIsOutAndNotBefore() {
		String line = "kubectl rollout restart deploy/api -n shop";
		Plan plan = this.console.plan(line);
		this.console.execute(line, plan);
		assertThat(verify(line, plan).state()).isEqualTo(Verification.State.NOT_YET);
		var status = this.server.objects.at(API).withObject("/status");
		status.put("observedGeneration", 3).put("updatedReplicas", 1);
		assertThat(verify(line, plan).observed()).contains("1 out of 2 new replicas");
		status.put("updatedReplicas", 2);
		assertThat(verify(line, plan).state()).isEqualTo(Verification.State.HOLDS);
		status.put("availableReplicas", 0);
		assertThat(verify(line, plan).state()).as("a failure after success").isEqualTo(Verification.State.NOT_YET);
		status.putArray("conditions").addObject().put("type", "Progressing").put("reason", "ProgressDeadlineExceeded");
		assertThat(verify(line, plan).state()).isEqualTo(Verification.State.FAILED);
	}

	@Test
	void aNamesakeThatWasMadeAnewIsNotTheOneThatWasDeleted() {
		String line = "kubectl delete pod api-2-a -n shop";
		Plan plan = this.console.plan(line);
		assertThat(plan.effects()).anyMatch((effect) -> effect.contains("made anew by ReplicaSet api-2"));
		assertThat(plan.calls().getFirst().text()).contains("\"preconditions\":{\"uid\":\"uid-api-2-a\"}");
		assertThat(verify(line, plan).state()).isEqualTo(Verification.State.NOT_YET);
		this.console.execute(line, plan);
		Fixture.pod(this.server.objects, "api-2-a", "api", "node-1", "ReplicaSet", "api-2");
		this.server.objects.at("/api/v1/namespaces/shop/pods/api-2-a").withObject("/metadata").put("uid", "another");
		assertThat(verify(line, plan).state()).isEqualTo(Verification.State.HOLDS);
		assertThat(this.console.plan("kubectl delete pod lonely -n shop").warnings())
			.anyMatch((warning) -> warning.grave() && warning.text().contains("nothing brings it back"));
	}

	@Test
	void aDeletionByLabelListsEachOne() {
		Plan plan = this.console.plan("kubectl delete pods -l app=api -n shop");
		assertThat(plan.samples()).containsExactly("pods/api-2-a", "pods/api-2-b");
		assertThat(plan.calls()).hasSize(2);
	}

	@Test
	void aDrainNeedsTheFlagsThatKubectlNeeds() {
		assertThatThrownBy(() -> this.console.plan("kubectl drain node-1")).hasMessageContaining("--ignore-daemonsets");
		assertThatThrownBy(() -> this.console.plan("kubectl drain node-2")).hasMessageContaining("shop/lonely")
			.hasMessageContaining("--force");
		String line = "kubectl drain node-1 --ignore-daemonsets";
		Plan plan = this.console.plan(line);
		assertThat(plan.effects()).contains("2 pods leave node-1, 1 stay");
		this.console.execute(line, plan);
		assertThat(verify(line, plan).state()).isEqualTo(Verification.State.HOLDS);
		assertThat(undo(line, plan).orElseThrow().commandLine()).isEqualTo("kubectl uncordon node-1");
	}

	@Test
	void aRefusalInTheMiddleSaysHowFarItCame() {
		String line = "kubectl scale deploy api web --replicas=4 -n shop";
		Plan plan = this.console.plan(line);
		this.server.refuse("PATCH /apis/apps/v1/namespaces/shop/deployments/web", 403, "web is forbidden");
		assertThat(this.console.execute(line, plan)).isInstanceOfSatisfying(Outcome.Failed.class,
				(failed) -> assertThat(failed.message()).contains("1 of 2 calls").contains("forbidden"));
		this.server.allowAll();
		this.server.refuse("PATCH /apis/apps/v1/namespaces/shop/deployments/api", 500, "etcd is slow");
		assertThat(this.console.execute(line, this.console.plan(line))).isInstanceOf(Outcome.Unknown.class);
	}

	@Test
	void aServiceIsNotLedNowhereWithoutAWord() {
		Plan plan = this.console
			.plan("kubectl patch service api -n shop -p '{\"spec\":{\"selector\":{\"version\":\"stable\"}}}'");
		assertThat(plan.changes()).contains(new Plan.Change("services/api ready pods behind it", "2", "0"));
		assertThat(plan.warnings()).anyMatch((warning) -> warning.grave() && warning.text().contains("lead nowhere"));
	}

	@Test
	void anotherContextIsRefused() {
		assertThatThrownBy(() -> this.console.plan("kubectl --context=west scale deploy/api --replicas=1 -n shop"))
			.hasMessageContaining("context 'west'");
		assertThat(this.console.plan("kubectl --context=shop-cluster scale deploy/api --replicas=1 -n shop").calls())
			.hasSize(1);
	}

	@Test
	void noNamespaceIsSaid() {
		this.server.objects.put("/apis/apps/v1/namespaces/default/deployments/x", "{\"spec\":{\"replicas\":1}}");
		assertThat(this.console.plan("kubectl scale deploy/x --replicas=2").warnings()).extracting(Plan.Warning::text)
			.anyMatch((text) -> text.contains("names no namespace"));
	}

}

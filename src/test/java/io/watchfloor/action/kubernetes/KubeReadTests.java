package io.watchfloor.action.kubernetes;

import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KubeReadTests {

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

	/** What the real kubectl prints for the same objects is what our text is. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "kubectl get pods -n shop", "kubectl get pods -n shop -o wide",
			"kubectl get pods -A", "kubectl get pods -n shop --show-labels",
			"kubectl get pods -n shop -L app --no-headers", "kubectl get svc,pods -n shop",
			"kubectl get pod api-2-a -n shop -o json", "kubectl get pods -n shop -l app=api -o json",
			"kubectl get pod api-2-a -n shop -o yaml", "kubectl get deploy,sts -n shop -o name",
			"kubectl get pods -n shop -o jsonpath='{.items[*].metadata.name}'",
			"kubectl get pods -n shop -o jsonpath='{range .items[*]}{.metadata.name}{\"\\t\"}{.spec.nodeName}{\"\\n\"}{end}'",
			"kubectl get pod api-2-a -n shop -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].status}'",
			"kubectl get pod api-2-a -n shop -o jsonpath='{.spec.containers[-1].name} {.spec.containers[0:1]}'",
			"kubectl get pods -n shop -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName,NONE:.spec.nothing",
			"kubectl get pods -n shop --sort-by=.spec.nodeName -o name", "kubectl logs deploy/api -n shop --tail=2",
			"kubectl logs -l app=lonely -n shop --prefix", "kubectl rollout status deploy/api -n shop",
			"kubectl wait --for=condition=Ready pod/api-2-a -n shop" })
	void textIsWhatKubectlPrints(String line) {
		String printed = new RecordedKubectl().run(line, this.server)
			.replaceAll("(?m)^(Defaulted container|Found ).*\\n", "");
		assertThat(String.valueOf(this.console.read(line).text()).stripTrailing()).isEqualTo(printed.stripTrailing());
	}

	@Test
	void aSecretsValuesNeverComeOut() {
		for (String output : new String[] { "yaml", "json", "jsonpath='{.data.password}'",
				"custom-columns=A:.data.password" }) {
			Reading reading = this.console.read("kubectl get secret keys -n shop -o " + output);
			assertThat(reading.toString()).contains("[hidden]").doesNotContain("aHVudGVyMg");
		}
		assertThat(this.console.read("kubectl describe secret keys -n shop").text()).contains("password")
			.doesNotContain("aHVudGVyMg");
	}

	@Test
	void whatWasReadAndWhatIsWellAreToldApart() {
		assertThat(this.console.read("kubectl get pods -n shop").judgement()).isEqualTo(Reading.Judgement.NOT_JUDGED);
		assertThat(this.console.read("kubectl rollout status deploy/api -n shop").judgement())
			.isEqualTo(Reading.Judgement.AS_EXPECTED);
		this.server.objects.at("/apis/apps/v1/namespaces/shop/deployments/api")
			.withObject("/status")
			.put("availableReplicas", 1);
		Reading reading = this.console.read("kubectl rollout status deploy/api -n shop --watch=false");
		assertThat(reading.judgement()).isEqualTo(Reading.Judgement.NOT_AS_EXPECTED);
		assertThat(reading.summary()).contains("1 of 2 updated replicas are available");
	}

	@Test
	void aDescriptionHasWhatPeopleLookFor() {
		this.server.objects.at("/api/v1/namespaces/shop/pods/api-2-a")
			.withObject("/status")
			.putArray("containerStatuses")
			.addObject()
			.put("name", "api")
			.putObject("lastState")
			.putObject("terminated")
			.put("reason", "OOMKilled")
			.put("exitCode", 137);
		assertThat(this.console.read("kubectl describe pod api-2-a -n shop").text()).contains("Last State:")
			.contains("OOMKilled")
			.contains("Exit Code:")
			.contains("Back-off restarting")
			.contains("Controlled By:")
			.contains("Conditions:");
		assertThat(this.console.read("kubectl describe node node-1").text()).contains("Allocated resources:")
			.contains("Allocatable:");
	}

	@Test
	void usesOfPodsAndNodesAreShownAsKubectlShowsThem() {
		assertThat(this.console.read("kubectl top pods -n shop -l app=db").text()).isEqualTo("""
				NAME   CPU(cores)   MEMORY(bytes)
				db-0   5m           10Mi""");
		assertThat(this.console.read("kubectl top nodes").text())
			.contains("node-1   1250m        31%      2048Mi          25%");
	}

	@Test
	void revisionsAreListed() {
		assertThat(this.console.read("kubectl rollout history deploy/api -n shop").text()).contains("REVISION")
			.contains("registry/api:1");
		assertThat(this.console.read("kubectl rollout history deploy/api -n shop --revision=9").known()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "401;Unauthorized;token may have expired",
					"403;pods is forbidden;Give the target's identity a role", "500;etcd is gone;answered 500",
					"429;slow down;slow down" })
	void troubleSaysWhatToDo(int status, String message, String advice) {
		this.server.refuse("GET /api/v1", status, message);
		Reading reading = this.console.read("kubectl get pods -n shop");
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains(advice);
	}

	@Test
	void nobodyThereIsUnknownAndNeverEmpty() {
		int port = this.server.port();
		var action = this.console.action("kubectl get pods");
		this.server.close();
		var gone = Targets.target("gone", "kubernetes", Map.of("server", "http://127.0.0.1:" + port));
		Reading reading = this.console.actions().read(action, gone, RunContext.none());
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("refused the connection");
	}

	@Test
	void aTypeThatTheClusterDoesNotHaveIsSaid() {
		assertThat(this.console.read("kubectl get frobs -n shop").summary())
			.contains("no type of resource called 'frobs'");
		assertThat(this.console.read("kubectl get certs -n shop").text()).contains("front");
		assertThat(this.console.read("kubectl get pod nobody -n shop").summary()).contains("nobody not found");
	}

}

package io.watchfloor.action.kubernetes;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KubectlReaderTests {

	private final KubectlReader reader = new KubectlReader();

	@Test
	void flagsMayStandAnywhereAndShortOnesMayBeJoined() {
		String same = "kubectl --namespace=shop get deployments/api --output=wide";
		assertThat(rendered("kubectl get deploy api -n shop -o wide")).isEqualTo(same);
		assertThat(rendered("kubectl -n shop get deployment/api -owide")).isEqualTo(same);
		assertThat(rendered("kubectl get --namespace shop -o=wide deployments api")).isEqualTo(same);
		assertThat(rendered("kubectl logs -f --tail 50 -n shop deploy/api -c web"))
			.isEqualTo("kubectl --namespace=shop logs deployments/api --container=web --tail=50 --follow");
		assertThat(rendered("kubectl get po,svc -Al app=api"))
			.isEqualTo("kubectl get pods,services --all-namespaces --selector=app=api");
	}

	@Test
	void theContextIsTheHint() {
		ActionCall call = Lines.call("kubectl --context west get nodes", this.reader);
		assertThat(call.hint()).isEqualTo(new TargetHint.Written("west"));
		assertThat(call.action().commandLine()).isEqualTo("kubectl --context=west get nodes");
		assertThat(Lines.call("kubectl get nodes", this.reader).hint()).isEqualTo(new TargetHint.Unnamed());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "kubectl get pods --watch-only; --watch-only",
					"kubectl get pods -o go-template='{{.items}}'; go-template", "kubectl get pods a -l app=b; exclude",
					"kubectl get pods,svc a; exactly one type", "kubectl get; type of resource is missing",
					"kubectl get pods --token abc; --token", "kubectl get pods --as admin; --as",
					"kubectl get pods -o jsonpath='{.items[*'; not understood", "kubectl logs; whose log",
					"kubectl logs api -l app=api; exclude", "kubectl logs cm/api; have no log",
					"kubectl apply -f x.yaml; files", "kubectl edit deploy api; editor",
					"kubectl port-forward svc/a 80; machine", "kubectl; verb is missing",
					"kubectl frobnicate; frobnicate", "kubectl get pods --all-namespaces=maybe; true or false",
					"kubectl get pods -n; missing", "kubectl get pods -n Shop_!; no name",
					"kubectl get pods $POD; shell", "kubectl wait pods --for=condition=Ready; missing",
					"kubectl top pods a b; not understood", "kubectl get --raw /api/v1/namespaces/a/secrets/b; path",
					"kubectl config use-context x; machine", "kubectl get pods > pods.txt; redirection" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	private String rendered(String line) {
		return Lines.call(line, this.reader).action().commandLine();
	}

}

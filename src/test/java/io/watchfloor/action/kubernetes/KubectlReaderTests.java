package io.watchfloor.action.kubernetes;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	@Test
	void execIsTakenOffAndNamesThePlace() {
		assertThat(place("kubectl exec -it api-0 -n shop -- redis-cli ping"))
			.isEqualTo("shop/pods/api-0 [redis-cli, ping]");
		assertThat(place("kubectl -n shop exec deploy/api -c web -- ls -l")).isEqualTo("shop/deployments/api [ls, -l]");
		assertThat(place("kubectl exec svc/db -- psql -c 'SELECT 1'")).isEqualTo("services/db [psql, -c, 'SELECT 1']");
		assertThat(place("kubectl get pods")).isEmpty();
		for (String wrong : new String[] { "kubectl exec api-0 ls", "kubectl exec api-0 --",
				"kubectl exec --frob api-0 -- ls", "kubectl exec a b -- ls", "kubectl exec -- ls" }) {
			assertThatThrownBy(() -> place(wrong)).as(wrong).isInstanceOf(Problem.class);
		}
	}

	private static String place(String line) {
		return new KubectlExec().unwrap(Lines.pipeline(line).stages().getFirst())
			.map((unwrapped) -> unwrapped.place() + " " + unwrapped.inner().words().stream().map(Word::source).toList())
			.orElse("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "kubectl get pods --watch-only; --watch-only",
			"kubectl get pods -o go-template='{{.items}}'; go-template", "kubectl get pods a -l app=b; exclude",
			"kubectl get pods,svc a; exactly one type", "kubectl get; type of resource is missing",
			"kubectl get pods --token abc; --token", "kubectl get pods --as admin; --as",
			"kubectl get pods -o jsonpath='{.items[*'; not understood", "kubectl logs; whose log",
			"kubectl logs api -l app=api; exclude", "kubectl logs cm/api; have no log", "kubectl apply -k x; -k",
			"kubectl edit secret api; secret", "kubectl replace -f x.yaml; files",
			"kubectl port-forward svc/a 80; machine", "kubectl; verb is missing", "kubectl frobnicate; frobnicate",
			"kubectl get pods --all-namespaces=maybe; true or false", "kubectl get pods -n; missing",
			"kubectl get pods -n Shop_!; no name", "kubectl get pods $POD; shell",
			"kubectl wait pods --for=condition=Ready; missing", "kubectl top pods a b; not understood",
			"kubectl get --raw /api/v1/namespaces/a/secrets/b; path", "kubectl config use-context x; machine",
			"kubectl get pods > pods.txt; written over", "kubectl version --short; --short",
			"kubectl drain n --delete-local-data; --delete-local-data", "kubectl delete pods; missing",
			"kubectl delete ns shop; by hand", "kubectl delete pods -A -l app=a; flag -A",
			"kubectl delete pod a --grace-period=0; needs --force", "kubectl scale deploy a; --replicas is missing",
			"kubectl scale ds a --replicas=2; not scaled", "kubectl scale deploy --replicas=2; missing",
			"kubectl set env deploy/a DB_PASSWORD=x; secret", "kubectl set env deploy/a URL=postgres://u:p@h/d; secret",
			"kubectl set env deploy/a --from=secret/x; --from", "kubectl set image deploy/a; missing",
			"kubectl patch deploy a -p 'spec: {}'; not JSON", "kubectl patch deploy a; -p is missing",
			"kubectl patch secret a -p '{\"data\":{}}'; command line",
			"kubectl create secret generic a --from-env-file=c; --from-env-file",
			"kubectl create job a --image=b; --image", "kubectl rollout undo deploy/a deploy/b; one by one",
			"kubectl rollout restart pod/a; not rolled out", "kubectl drain; missing",
			"kubectl taint pods a b=c:NoSchedule; nodes", "kubectl scale deploy a --replicas=two; number",
			"kubectl rollout undo deploy a --to-revision=-1; begin at 1" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	private String rendered(String line) {
		return Lines.call(line, this.reader).action().commandLine();
	}

}

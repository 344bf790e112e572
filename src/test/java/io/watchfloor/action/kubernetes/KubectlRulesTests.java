package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Optional;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KubectlRulesTests {

	private final KubectlRules rules = new KubectlRules();

	private List<Finding> findings(String line) {
		return this.rules
			.check(new CommandLine(line, Optional.of(Lines.pipeline(line)), Lines.read(line, new KubectlReader()), line,
					0))
			.toList();
	}

	private List<String> ids(String line) {
		return findings(line).stream().map((finding) -> finding.rule().id().substring("kubectl/".length())).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "kubectl delete pod a -n x --grace-period=0 --force; force-delete",
			"kubectl delete pods --all -n x; delete-everything", "kubectl delete ns x; delete-container-of-data",
			"kubectl delete pvc -l instance=a -n x; delete-container-of-data",
			"kubectl drain n1 n2 --ignore-daemonsets; drain-several-nodes",
			"kubectl drain n1; drain-without-ignore-daemonsets",
			"kubectl drain n1 --ignore-daemonsets --delete-emptydir-data; drain-deletes-data",
			"kubectl drain n1 --ignore-daemonsets --delete-local-data; removed-flag",
			"kubectl version --short; removed-flag", "kubectl get deploy a -n x -o yaml --export; removed-flag",
			"kubectl exec a -n x ls; exec-without-dashes", "kubectl logs -n x --all-containers; logs-without-target",
			"kubectl logs -n x -l app=a; logs-ten-lines", "kubectl logs -n x deploy/a; logs-of-one-pod",
			"kubectl rollout restart deployment -n x; restart-without-name",
			"kubectl rollout restart deployment/postgres -n x; restart-of-data-store",
			"kubectl rollout undo deploy/a -n x; undo-to-the-one-before",
			"kubectl scale deploy a --replicas=0 -n x; scale-to-zero",
			"kubectl scale deploy a --replicas=3 -n x; absolute-scale",
			"kubectl scale deploy a --replicas=3; no-namespace", "kubectl get pods; no-namespace-read",
			"kubectl set image deploy/a a=b:latest -n x; floating-image",
			"kubectl set image deploy/a a=registry:5000/b -n x; floating-image",
			"kubectl create secret generic s --from-literal=password=abc -n x; secret-on-command-line",
			"kubectl set env deploy/a DATABASE_URL=postgres://u:p@h/d -n x; secret-on-command-line",
			"kubectl get secret s -n x -o yaml; secret-shown", "kubectl edit deploy a -n x; edit-live",
			"kubectl apply -f x.yaml; apply-without-diff", "kubectl config use-context a; context-switched",
			"kubectl get events -n x; events-unsorted",
			"kubectl get events -n x --field-selector a=b --field-selector c=d; repeated-flag",
			"kubectl patch pvc a -n x -p '{\"metadata\":{\"finalizers\":null}}'; finalizers-removed",
			"sudo kubectl delete all --all -n x; delete-everything" })
	void findsWhatIsWrong(String line, String rule) {
		assertThat(ids(line)).contains(rule);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "kubectl get pods -n x", "kubectl -n x describe pod a", "kubectl get nodes",
			"kubectl delete pod a -n x", "kubectl drain n1 --ignore-daemonsets",
			"kubectl logs -n x -l app=a --tail=100", "kubectl logs a -n x", "kubectl set image deploy/a a=b:1.2 -n x",
			"kubectl rollout status deploy/a -n x", "kubectl rollout undo deploy/a -n x --to-revision=3",
			"kubectl scale deploy a --replicas=3 --current-replicas=2 -n x",
			"kubectl set image deploy/a a=r/b@sha256:abc -n x", "kubectl exec -n x a -- ls --force",
			"kubectl get secrets -n x", "kubectl events -n x", "kubectl rollout restart deploy/a -n x",
			"kubectl create namespace x", "kubectl get pods -A",
			"kubectl create secret generic s --from-literal=password=$PASSWORD -n x" })
	void leavesWhatIsRightAlone(String line) {
		assertThat(ids(line)).isEmpty();
	}

	@Test
	void offersTheSaferLine() {
		assertThat(findings("kubectl delete pod a -n x --grace-period=0 --force").getFirst().saferCommand())
			.contains("kubectl delete pod a -n x");
		assertThat(findings("kubectl apply -f a.yaml -n x").getFirst().saferCommand())
			.contains("kubectl diff -f a.yaml -n x");
	}

}

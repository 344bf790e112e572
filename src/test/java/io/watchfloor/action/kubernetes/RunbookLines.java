package io.watchfloor.action.kubernetes;

import java.util.List;

/** Shapes of lines that public runbooks have, with this test's names. */
final class RunbookLines {

	static final List<String> READS = List.of("kubectl -n shop get deploy api",
			"kubectl get pods -n shop -l app=api -o wide", "kubectl get events -n shop --sort-by='.lastTimestamp'",
			"kubectl get events -n shop --field-selector involvedObject.kind=Pod --field-selector involvedObject.name=api-2-a",
			"kubectl get pods --all-namespaces", "kubectl get deployment api -n shop -o jsonpath='{.spec.replicas}'",
			"kubectl get pods -n shop -o jsonpath='{.items[*].spec.containers[*].image}'",
			"kubectl logs -n shop -l app=api --tail=100", "kubectl logs api-2-a -n shop --previous",
			"kubectl logs --previous api-2-a --namespace shop", "kubectl describe pods -n shop -l app=api",
			"kubectl get nodes -L zone", "kubectl rollout status deployment/api -n shop --timeout=5m",
			"kubectl rollout history deployment/api -n shop --revision=1", "kubectl get svc,endpoints -n shop",
			"kubectl get certificates -n shop", "kubectl get constraints -A",
			"kubectl get pods -A --field-selector spec.nodeName=node-1");

	static final List<String> CHANGES = List.of("kubectl scale deployment api web --replicas=0 -n shop",
			"kubectl scale --replicas=4 deployment api -n shop", "kubectl rollout restart deployment -n shop",
			"kubectl rollout undo deployment/api -n shop",
			"kubectl set env deployment/api POOL=20 MODE=degraded -n shop", "kubectl delete pods -n shop -l app=api",
			"kubectl cordon node-1 node-2",
			"kubectl patch service api -n shop -p '{\"spec\":{\"selector\":{\"version\":\"stable\"}}}'",
			"kubectl annotate certificate front -n shop example.com/operation=\"reconcile\"",
			"kubectl label secret keys name=tls -n shop");

	private RunbookLines() {
	}

}

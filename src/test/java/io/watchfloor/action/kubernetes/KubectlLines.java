package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines over the grammar that is understood, made up by a seeded generator. */
final class KubectlLines {

	private final Random random;

	KubectlLines(long seed) {
		this.random = new Random(seed);
	}

	List<String> reads(int count) {
		List<String> lines = new ArrayList<>();
		while (lines.size() < count) {
			lines.add(switch (this.random.nextInt(8)) {
				case 0, 1, 2 -> get();
				case 3 -> describe();
				case 4, 5 -> logs();
				case 6 -> "kubectl " + place("rollout " + pick("status", "history") + " " + pick("deploy/api",
						"deployment api", "deployments/web", "sts/db", "statefulset db", "ds/agent"));
				default -> other();
			});
		}
		return lines;
	}

	List<String> changes(int count) {
		List<String> lines = new ArrayList<>();
		while (lines.size() < count) {
			lines.add("kubectl " + place(change()));
		}
		return lines;
	}

	private String pick(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	private String maybe(String words) {
		return this.random.nextInt(3) == 0 ? " " + words : "";
	}

	/** The namespace in front, behind, in either spelling. */
	private String place(String words) {
		String namespace = pick("-n shop", "--namespace=shop", "--namespace shop", "-nshop");
		return this.random.nextBoolean() ? words + " " + namespace : namespace + " " + words;
	}

	private String get() {
		String selection = maybe("-l app=api") + maybe(pick("--show-labels", "-o wide", "-o yaml", "-o json", "-o name",
				"-o jsonpath='{.items[*].metadata.name}'",
				"-o custom-columns=NAME:.metadata.name,APP:.metadata.labels.app", "--no-headers",
				"--sort-by=.metadata.name", "-L app"));
		return switch (this.random.nextInt(4)) {
			case 0 -> "kubectl " + place("get "
					+ pick("pod/api-2-a", "po api-2-a api-2-b", "deploy/api svc/api", "sts db", "cm settings",
							"certificate front", "ing front")
					+ maybe(pick("-o yaml", "-o json", "-o name", "-owide", "-o jsonpath='{.metadata.uid}'",
							"--ignore-not-found")));
			case 1 -> "kubectl get " + pick("pods", "svc,deploy", "events", "nodes", "pdb", "hpa", "certs", "ns") + " "
					+ pick("-A", "--all-namespaces") + selection;
			case 2 -> "kubectl get pods -A --field-selector " + pick("spec.nodeName=node-1", "status.phase!=Running");
			default ->
				"kubectl " + place("get " + pick("pods", "po", "deployments", "rs,sts", "all", "cronjobs", "secrets",
						"events", "pvc", "certificates.cert-manager.io", "ingress", "endpoints,svc") + selection);
		};
	}

	private String describe() {
		return this.random.nextInt(4) == 0 ? "kubectl describe node " + pick("node-1", "node-2")
				: "kubectl " + place("describe "
						+ pick("pod api-2-a", "deploy/api", "sts db", "configmap settings", "certificate front",
								"pods -l app=api", "po/lonely", "hpa web", "ingress/front", "service api"));
	}

	private String logs() {
		return "kubectl "
				+ place("logs " + pick("api-2-a", "pod/api-2-b", "deploy/api", "-l app=api", "sts/db", "lonely -c side",
						"lonely side", "svc/api", "deploy/api --all-containers=true"))
				+ maybe(pick("--tail=20", "--tail 5", "--since=1h", "--since=90s", "-p", "--timestamps",
						"--since-time=2026-01-01T00:00:00Z", "--limit-bytes=100", "--prefix --tail=-1"));
	}

	private String other() {
		return pick("kubectl top pods -n shop", "kubectl top pod -A --sort-by=memory", "kubectl top nodes",
				"kubectl top pods -n shop -l app=api --containers", "kubectl top pod api-2-a -n shop",
				"kubectl events -n shop", "kubectl events --for pod/api-2-a -n shop",
				"kubectl events -A --types=Warning", "kubectl auth can-i get pods",
				"kubectl auth can-i create deployments -n shop", "kubectl auth can-i --list -n shop",
				"kubectl auth whoami", "kubectl cluster-info", "kubectl get --raw /api/v1/namespaces/shop/pods",
				"kubectl wait --for=condition=Ready pod -l app=api -n shop --timeout=5s",
				"kubectl wait --for=condition=available deploy/api -n shop --timeout=5s",
				"kubectl wait --for=jsonpath='{.status.phase}'=Running pod/lonely -n shop --timeout=5s");
	}

	private String change() {
		int number = this.random.nextInt(9);
		String workload = pick("deploy/web", "deployment web", "deployments/api", "deploy api", "sts/db");
		String pair = workload.replace(' ', '/');
		String app = pair.substring(pair.indexOf('/') + 1);
		return switch (this.random.nextInt(14)) {
			case 0 -> "scale " + workload + " --replicas=" + number;
			case 1 -> "scale " + pick("deploy api web", "deploy --all", "deploy -l app=web") + " --replicas " + number;
			case 2 -> "scale deploy/web --replicas=" + number + " --current-replicas=3";
			case 3 ->
				"rollout restart " + pick(workload, "deploy", "deploy/api deploy/web", "ds/agent", "deploy -l app=api");
			case 4 -> "rollout undo " + pick("deploy/api", "deployment api --to-revision=1", "sts/db --to-revision=1");
			case 5 -> "rollout " + pick("pause", "resume") + " deploy/web";
			case 6 ->
				"set image " + workload + " " + pick(app + "=registry/new:" + number, "'*=registry/all:" + number + "'",
						app + "=registry/new@sha256:" + "0".repeat(64) + " side=registry/side:9");
			case 7 -> "set env " + workload + " "
					+ pick("LEVEL=debug" + number, "NEW=1 POOL-", "LEVEL=info" + number + " -c " + app,
							"-c=" + app + " A=b C=d", "POOL-", "-e POOL=" + (20 + number));
			case 8 -> "set resources " + workload + pick(" --limits=cpu=200m,memory=512Mi",
					" --requests=cpu=150m -c " + app, " --limits cpu=1 --requests memory=1Gi");
			case 9 -> pick("label", "annotate") + " "
					+ pick("pod api-2-a", "deploy/web", "node node-1", "pods/api-2-a pods/api-2-b") + " "
					+ pick("tier=front" + number, "tier=a other=b", "app=x --overwrite", "team- tier=1");
			case 10 -> "patch " + pick("deploy/web -p '{\"spec\": {\"replicas\": " + number + "}}'",
					"svc api --type=merge -p '{\"spec\":{\"selector\":{\"app\":\"web\"}}}'",
					"deploy web --type json -p '[{\"op\": \"replace\", \"path\": \"/spec/replicas\", \"value\": "
							+ number + "}]'",
					"cm settings --type=merge --patch '{\"data\":{\"mode\":\"m" + number + "\"}}'",
					"hpa web -p '{\"spec\":{\"maxReplicas\":" + (5 + number) + "}}'");
			case 11 -> "delete " + pick("pod api-2-a", "pods api-2-a api-2-b", "pod/lonely --grace-period=0 --force",
					"po -l app=api", "cm settings", "cm/settings svc/api", "deploy web --cascade=foreground",
					"pod db-0 --grace-period=10", "pvc,cm -l app=none", "pod lonely --now", "secret keys",
					"pods --field-selector=spec.nodeName=node-2");
			case 12 -> pick("cordon node-1", "uncordon node-1", "cordon node-1 node-2",
					"taint nodes node-1 a=b:NoSchedule", "taint node node-2 dedicated=x:NoExecute key:PreferNoSchedule",
					"drain node-1 --ignore-daemonsets",
					"drain node-2 --ignore-daemonsets --force --delete-emptydir-data --grace-period=30");
			default -> pick("autoscale deploy api --min=2 --max=5 --cpu-percent=70", "create namespace blue",
					"create job once --from=cronjob/nightly", "autoscale deployment/api --max=9");
		};
	}

}

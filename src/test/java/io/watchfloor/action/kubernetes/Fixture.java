package io.watchfloor.action.kubernetes;

/**
 * A small shop: a deployment with two revisions, a stateful set, a daemon set, two nodes.
 */
final class Fixture {

	static final String SHOP = "/namespaces/shop";

	private Fixture() {
	}

	static void fill(Objects objects) {
		objects.put("/api/v1/namespaces/shop", "{\"status\":{\"phase\":\"Active\"}}");
		objects.put("/api/v1/namespaces/default", "{\"status\":{\"phase\":\"Active\"}}");
		for (String node : new String[] { "node-1", "node-2" }) {
			objects.put("/api/v1/nodes/" + node, """
					{"metadata":{"labels":{"zone":"a"}},"spec":{},"status":{"allocatable":{"cpu":"4","memory":"8Gi"},
					"conditions":[{"type":"Ready","status":"True"}]}}""");
			objects.put("/apis/metrics.k8s.io/v1beta1/nodes/" + node,
					"{\"usage\":{\"cpu\":\"1250m\",\"memory\":\"2Gi\"},\"window\":\"10s\",\"timestamp\":\"2026-01-01T00:00:00Z\"}");
		}
		deployment(objects, "api", 2);
		deployment(objects, "web", 3);
		revisions(objects, "api");
		pods(objects);
		statefulSet(objects);
		daemonSet(objects);
		others(objects);
	}

	private static String template(String app, String image) {
		return """
				{"metadata":{"labels":{"app":"%s"}},"spec":{"containers":[{"name":"%s","image":"%s",
				"env":[{"name":"LEVEL","value":"info"},{"name":"POOL","value":"10"}],
				"resources":{"requests":{"cpu":"100m"}}},{"name":"side","image":"registry/side:1"}]}}""".formatted(app,
				app, image);
	}

	static void deployment(Objects objects, String name, int replicas) {
		objects.put("/apis/apps/v1/namespaces/shop/deployments/" + name, """
				{"metadata":{"generation":2,"labels":{"app":"%1$s"},
				"annotations":{"deployment.kubernetes.io/revision":"2","team":"blue"}},
				"spec":{"replicas":%2$d,"selector":{"matchLabels":{"app":"%1$s"}},
				"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%%","maxUnavailable":"25%%"}},
				"template":%3$s},
				"status":{"observedGeneration":2,"replicas":%2$d,"updatedReplicas":%2$d,"readyReplicas":%2$d,
				"availableReplicas":%2$d,"conditions":[{"type":"Available","status":"True"}]}}""".formatted(name,
				replicas, template(name, "registry/" + name + ":2")));
	}

	private static void revisions(Objects objects, String name) {
		for (int revision = 1; revision <= 2; revision++) {
			objects.put("/apis/apps/v1/namespaces/shop/replicasets/" + name + "-" + revision,
					"""
							{"metadata":{"labels":{"app":"%1$s","pod-template-hash":"%2$d"},
							"annotations":{"deployment.kubernetes.io/revision":"%2$d"},
							"ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"%1$s","uid":"uid-%1$s","controller":true}]},
							"spec":{"replicas":%3$d,"selector":{"matchLabels":{"app":"%1$s","pod-template-hash":"%2$d"}},
							"template":%4$s}}"""
						.formatted(name, revision, (revision == 2) ? 2 : 0,
								template(name, "registry/" + name + ":" + revision)));
		}
	}

	private static void pods(Objects objects) {
		pod(objects, "api-2-a", "api", "node-1", "ReplicaSet", "api-2");
		pod(objects, "api-2-b", "api", "node-2", "ReplicaSet", "api-2");
		pod(objects, "db-0", "db", "node-1", "StatefulSet", "db");
		pod(objects, "agent-x", "agent", "node-1", "DaemonSet", "agent");
		pod(objects, "lonely", "lonely", "node-2", "", "");
	}

	static void pod(Objects objects, String name, String app, String node, String ownerKind, String owner) {
		String owners = ownerKind.isEmpty() ? ""
				: "\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"%s\",\"name\":\"%s\",\"uid\":\"uid-%s\",\"controller\":true}],"
					.formatted(ownerKind, owner, owner);
		objects.put("/api/v1/namespaces/shop/pods/" + name,
				"""
						{"metadata":{%4$s"labels":{"app":"%2$s"}},"spec":{"nodeName":"%3$s",
						"containers":[{"name":"%2$s","image":"registry/%2$s:2"},{"name":"side","image":"registry/side:1"}]},
						"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],
						"containerStatuses":[{"name":"%2$s","ready":true,"restartCount":1},{"name":"side","ready":true,"restartCount":0}]}}"""
					.formatted(name, app, node, owners));
		objects.put("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/" + name, """
				{"metadata":{"labels":{"app":"%s"}},"timestamp":"2026-01-01T00:00:00Z","window":"10s",
				"containers":[{"name":"%s","usage":{"cpu":"5m","memory":"10Mi"}}]}""".formatted(app, app));
	}

	private static void statefulSet(Objects objects) {
		objects.put("/apis/apps/v1/namespaces/shop/statefulsets/db",
				"""
						{"metadata":{"generation":1,"labels":{"app":"db"}},"spec":{"replicas":1,"serviceName":"db",
						"updateStrategy":{"type":"RollingUpdate"},
						"selector":{"matchLabels":{"app":"db"}},"template":%s},"status":{"observedGeneration":1,"replicas":1,
						"readyReplicas":1,"updatedReplicas":1,"currentReplicas":1,"currentRevision":"db-2","updateRevision":"db-2"}}"""
					.formatted(template("db", "postgres:15")));
		for (int revision = 1; revision <= 2; revision++) {
			objects.put("/apis/apps/v1/namespaces/shop/controllerrevisions/db-" + revision,
					"""
							{"metadata":{"labels":{"app":"db"},
							"ownerReferences":[{"apiVersion":"apps/v1","kind":"StatefulSet","name":"db","uid":"uid-db","controller":true}]},
							"revision":%d,"data":{"spec":{"template":{"$patch":"replace","metadata":{"labels":{"app":"db"}},
							"spec":{"containers":[{"name":"db","image":"postgres:%d"}]}}}}}"""
						.formatted(revision, 13 + revision));
		}
	}

	private static void daemonSet(Objects objects) {
		objects.put("/apis/apps/v1/namespaces/shop/daemonsets/agent",
				"""
						{"metadata":{"generation":1,"labels":{"app":"agent"}},"spec":{"updateStrategy":{"type":"RollingUpdate"},
						"selector":{"matchLabels":{"app":"agent"}},"template":%s},"status":{"observedGeneration":1,
						"desiredNumberScheduled":1,"updatedNumberScheduled":1,"numberAvailable":1,"currentNumberScheduled":1}}"""
					.formatted(template("agent", "registry/agent:1")));
	}

	private static void others(Objects objects) {
		objects.put("/api/v1/namespaces/shop/services/api",
				"{\"spec\":{\"selector\":{\"app\":\"api\"},\"ports\":[{\"port\":80}]}}");
		objects.put("/api/v1/namespaces/shop/configmaps/settings", "{\"data\":{\"mode\":\"normal\"}}");
		objects.put("/api/v1/namespaces/shop/secrets/keys",
				"{\"type\":\"Opaque\",\"data\":{\"password\":\"aHVudGVyMg==\"}}");
		objects.put("/apis/networking.k8s.io/v1/namespaces/shop/ingresses/front", "{\"spec\":{\"rules\":[]}}");
		objects.put("/apis/batch/v1/namespaces/shop/cronjobs/nightly",
				"""
						{"spec":{"schedule":"0 3 * * *","jobTemplate":{"metadata":{"labels":{"app":"nightly"}},
						"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"n","image":"registry/n:1"}]}}}}}}""");
		objects.put("/apis/cert-manager.io/v1/namespaces/shop/certificates/front",
				"{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
		objects.put("/api/v1/namespaces/shop/events/e1",
				"""
						{"type":"Warning","reason":"BackOff","message":"Back-off restarting","lastTimestamp":"2026-01-01T00:00:00Z",
						"involvedObject":{"kind":"Pod","name":"api-2-a","namespace":"shop","uid":"uid-api-2-a"}}""");
		objects.put("/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers/web",
				"""
						{"spec":{"minReplicas":2,"maxReplicas":5,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"}}}""");
		objects.put("/apis/policy/v1/namespaces/shop/poddisruptionbudgets/api",
				"""
						{"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"api"}}},"status":{"disruptionsAllowed":1}}""");
	}

}

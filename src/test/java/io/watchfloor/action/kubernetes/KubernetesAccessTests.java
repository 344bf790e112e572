package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.AccessDocument;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionUse;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Targets;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API server of these tests lets through what the roles allow and refuses the rest;
 * every action works all the same.
 */
class KubernetesAccessTests {

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

	static Stream<String> lines() {
		return Stream.of("kubectl get pods -n shop", "kubectl get deploy api -n shop -o yaml", "kubectl get all -A",
				"kubectl get nodes", "kubectl get pods,svc -A", "kubectl get --raw /version",
				"kubectl get --raw /api/v1/namespaces/shop/pods", "kubectl describe deploy api -n shop",
				"kubectl describe pod api-2-a -n shop", "kubectl describe node node-1", "kubectl get events -n shop",
				"kubectl logs deploy/api -n shop -c api", "kubectl logs api-2-a -n shop -c api",
				"kubectl logs -l app=api -n shop --all-containers", "kubectl top pods -n shop", "kubectl top nodes",
				"kubectl rollout status deploy/api -n shop", "kubectl rollout history deploy/api -n shop",
				"kubectl rollout history sts/db -n shop", "kubectl cluster-info", "kubectl version",
				"kubectl wait --for=condition=Available deploy/api -n shop --timeout=1s",
				"kubectl auth can-i list pods -n shop", "helm list -n shop", "helm status web -n shop",
				"kubectl scale deploy/api --replicas=5 -n shop",
				"kubectl scale deploy/web --current-replicas=3 --replicas=5 -n shop",
				"kubectl rollout restart deploy/api -n shop", "kubectl rollout undo deploy/api -n shop",
				"kubectl rollout undo sts/db -n shop", "kubectl rollout pause deploy/api -n shop",
				"kubectl set image deploy/api api=registry/api:3 -n shop",
				"kubectl set env deploy/api LEVEL=debug POOL=12 -n shop",
				"kubectl set resources deploy/api --limits=cpu=1 -n shop",
				"kubectl label deploy/api tier=front -n shop", "kubectl annotate deploy/api note=x -n shop",
				"kubectl patch deploy api -p '{\"spec\":{\"replicas\":4}}' -n shop",
				"kubectl patch service api -n shop -p '{\"spec\":{\"selector\":{\"version\":\"stable\"}}}'",
				"kubectl delete pod lonely -n shop", "kubectl delete pods -l app=api -n shop", "kubectl cordon node-1",
				"kubectl drain node-1 --ignore-daemonsets", "kubectl taint nodes node-1 a=b:NoSchedule",
				"kubectl autoscale deploy/api --min=2 --max=4 -n shop", "kubectl create namespace blue",
				"kubectl create job once --from=cronjob/nightly -n shop");
	}

	@ParameterizedTest
	@MethodSource("lines")
	void whatTheRolesAllowIsEnoughAndNothingElseIsAsked(String line) {
		Action action = this.console.action(line);
		Rights rights = new Rights(document(new ActionUse(action)).text());
		List<ApiServer.Request> refused = new java.util.concurrent.CopyOnWriteArrayList<>();
		this.server.authorize((request) -> {
			boolean allowed = rights.allow(request);
			if (!allowed) {
				refused.add(request);
			}
			return allowed;
		});
		if (action.risk() == Risk.READ) {
			this.console.read(line);
		}
		else {
			thereAndBack(action);
		}
		assertThat(refused).as(line + "\n" + document(new ActionUse(action)).text()).isEmpty();
		assertThat(this.server.requests()).isNotEmpty();
	}

	private void thereAndBack(Action action) {
		ChangeHandler<Action> handler = this.console.actions().changes(action);
		Plan plan = handler.plan(action, this.console.target);
		assertThat(handler.execute(action, plan, this.console.target, new io.watchfloor.action.Recorder(plan)))
			.isInstanceOf(Outcome.Succeeded.class);
		handler.verify(action, plan, this.console.target);
		handler.probe(action, plan, this.console.target);
		handler.undo(action, plan)
			.filter((undo) -> undo.getClass().equals(action.getClass()) || undo instanceof KubeDelete)
			.ifPresent((undo) -> this.console.actions().changes(undo).plan(undo, this.console.target));
	}

	@Test
	void aRoleNamesTheObjectsAndTheVerbsAndItsNamespace() {
		String roles = document(new ActionUse(this.console.action("kubectl rollout restart deploy/api -n shop")))
			.text();
		assertThat(roles).contains("kind: Role\n", "namespace: shop", "resourceNames: [\"api\"]",
				"verbs: [\"get\", \"patch\"]", "kind: RoleBinding", "kind: ServiceAccount");
		assertThat(roles).doesNotContain("ClusterRole").doesNotContain("\"*\"").doesNotContain("delete");
	}

	@Test
	void whatAPersonFillsInLaterIsAnyName() {
		Action action = this.console.action("kubectl delete pod sampleaa -n shop");
		assertThat(document(new ActionUse(action, Set.of("pods/sampleaa"))).text()).doesNotContain("resourceNames");
		assertThat(document(new ActionUse(action)).text()).contains("resourceNames: [\"sampleaa\"]");
	}

	@Test
	void nodesAndAllNamespacesNeedAClusterRole() {
		assertThat(document(new ActionUse(this.console.action("kubectl get pods -A"))).text())
			.contains("kind: ClusterRole\n");
		assertThat(document(new ActionUse(this.console.action("helm list -n shop"))).notes())
			.anyMatch((note) -> note.contains("every Secret"));
	}

	@Test
	void withoutAnActionNothingIsGranted() {
		assertThat(document().text()).isEmpty();
	}

	private AccessDocument document(ActionUse... uses) {
		return this.console.bean(KubernetesAccess.class)
			.needed(Targets.target("cluster", "kubernetes", this.console.target.settings()), List.of(uses));
	}

	/** Judges requests by the roles of a document, as the cluster's authorizer does. */
	private static final class Rights {

		private static final Pattern RESOURCE = Pattern.compile(
				"/(?:api/v1|apis/([^/]+)/[^/]+)(?:/namespaces/([^/]+)(?=/))?(?:/([a-z]+)(?:/([^/]+)(?:/([a-z]+))?)?)");

		/** Every signed-in identity may ask these. */
		private static final Pattern FOR_ALL = Pattern
			.compile("/version|/api|/apis|/api/v1|/apis/[^/]+(/[^/]+)?|/apis/auth(orization|entication)[.].*");

		private final String roles;

		Rights(String roles) {
			this.roles = roles;
		}

		boolean allow(ApiServer.Request request) {
			if (FOR_ALL.matcher(request.path()).matches()) {
				return true;
			}
			Matcher found = RESOURCE.matcher(request.path());
			if (!found.matches()) {
				return this.roles.contains("\"" + request.path() + "\"");
			}
			boolean namespaceItself = found.group(2) == null && request.path().startsWith("/api/v1/namespaces/");
			String part = (found.group(5) == null) ? "" : "/" + found.group(5);
			String name = (found.group(4) == null) ? "" : found.group(4);
			String verb = switch (request.method()) {
				case "GET" -> name.isEmpty() ? request.query().containsKey("watch") ? "watch" : "list" : "get";
				case "POST" -> "create";
				case "PATCH" -> "patch";
				case "PUT" -> "update";
				default -> name.isEmpty() ? "deletecollection" : "delete";
			};
			String group = (found.group(1) == null) ? "" : found.group(1);
			String namespace = (found.group(2) == null || namespaceItself) ? "" : found.group(2);
			return Stream.of(this.roles.split("(?m)^---\n", -1))
				.filter((role) -> role.contains("kind: ClusterRole\n") || (!namespace.isEmpty()
						&& role.contains("kind: Role\n") && role.contains("namespace: " + namespace + "\n")))
				.flatMap((role) -> Stream.of(role.split("(?m)^- ", -1)))
				.anyMatch((rule) -> rule.contains("apiGroups: [\"" + group + "\"]")
						&& line(rule, "resources").contains("\"" + found.group(3) + part + "\"")
						&& line(rule, "verbs").contains("\"" + verb + "\"") && (line(rule, "resourceNames").isEmpty()
								|| line(rule, "resourceNames").contains("\"" + name + "\"")));
		}

		private static String line(String rule, String key) {
			Matcher found = Pattern.compile("(?m)^\\s*" + key + ": (.*)$").matcher(rule);
			return found.find() ? found.group(1) : "";
		}

	}

}

package io.watchfloor.action.kubernetes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that every cluster has, by all their names (kubectl api-resources of 1.25 and
 * later). Others are asked of the cluster when they are needed.
 */
final class ResourceTypes {

	/** group/version, plural, kind, namespaced or not, short names, in "all" or not. */
	private static final String TABLE = """
			v1 pods Pod n po *
			v1 replicationcontrollers ReplicationController n rc *
			v1 services Service n svc *
			v1 configmaps ConfigMap n cm
			v1 endpoints Endpoints n ep
			v1 events Event n ev
			v1 limitranges LimitRange n limits
			v1 persistentvolumeclaims PersistentVolumeClaim n pvc
			v1 podtemplates PodTemplate n -
			v1 resourcequotas ResourceQuota n quota
			v1 secrets Secret n -
			v1 serviceaccounts ServiceAccount n sa
			v1 namespaces Namespace c ns
			v1 nodes Node c no
			v1 persistentvolumes PersistentVolume c pv
			v1 componentstatuses ComponentStatus c cs
			apps/v1 daemonsets DaemonSet n ds *
			apps/v1 deployments Deployment n deploy *
			apps/v1 replicasets ReplicaSet n rs *
			apps/v1 statefulsets StatefulSet n sts *
			apps/v1 controllerrevisions ControllerRevision n -
			autoscaling/v2 horizontalpodautoscalers HorizontalPodAutoscaler n hpa *
			batch/v1 cronjobs CronJob n cj *
			batch/v1 jobs Job n - *
			policy/v1 poddisruptionbudgets PodDisruptionBudget n pdb
			networking.k8s.io/v1 ingresses Ingress n ing
			networking.k8s.io/v1 ingressclasses IngressClass c -
			networking.k8s.io/v1 networkpolicies NetworkPolicy n netpol
			storage.k8s.io/v1 storageclasses StorageClass c sc
			storage.k8s.io/v1 volumeattachments VolumeAttachment c -
			storage.k8s.io/v1 csidrivers CSIDriver c -
			storage.k8s.io/v1 csinodes CSINode c -
			rbac.authorization.k8s.io/v1 roles Role n -
			rbac.authorization.k8s.io/v1 rolebindings RoleBinding n -
			rbac.authorization.k8s.io/v1 clusterroles ClusterRole c -
			rbac.authorization.k8s.io/v1 clusterrolebindings ClusterRoleBinding c -
			scheduling.k8s.io/v1 priorityclasses PriorityClass c pc
			coordination.k8s.io/v1 leases Lease n -
			discovery.k8s.io/v1 endpointslices EndpointSlice n -
			apiextensions.k8s.io/v1 customresourcedefinitions CustomResourceDefinition c crd,crds
			apiregistration.k8s.io/v1 apiservices APIService c -
			admissionregistration.k8s.io/v1 mutatingwebhookconfigurations MutatingWebhookConfiguration c -
			admissionregistration.k8s.io/v1 validatingwebhookconfigurations ValidatingWebhookConfiguration c -
			certificates.k8s.io/v1 certificatesigningrequests CertificateSigningRequest c csr
			""";

	private static final List<ResourceType> ALL = TABLE.lines().map(ResourceTypes::row).toList();

	private static final Map<String, ResourceType> BY_NAME = byName();

	private ResourceTypes() {
	}

	private static ResourceType row(String line) {
		List<String> cells = List.of(line.split(" "));
		int slash = cells.get(0).indexOf('/');
		String kind = cells.get(2);
		Set<String> names = new LinkedHashSet<>(List.of(cells.get(1), kind.toLowerCase(Locale.ROOT)));
		Arrays.stream(cells.get(4).split(",")).filter((name) -> !name.equals("-")).forEach(names::add);
		return new ResourceType((slash < 0) ? "" : cells.get(0).substring(0, slash), cells.get(0).substring(slash + 1),
				cells.get(1), kind, cells.get(3).equals("n"), names, cells.size() > 5);
	}

	private static Map<String, ResourceType> byName() {
		Map<String, ResourceType> byName = new HashMap<>();
		for (ResourceType type : ALL) {
			for (String name : type.names()) {
				byName.putIfAbsent(name, type);
				byName.putIfAbsent(name + "." + type.group(), type);
				byName.putIfAbsent(name + "." + type.version() + "." + type.group(), type);
			}
		}
		return byName;
	}

	/** All of the table. */
	static List<ResourceType> all() {
		return ALL;
	}

	/** The type of a word, in whatever case it is written; empty for one not built in. */
	static Optional<ResourceType> find(String word) {
		return Optional.ofNullable(BY_NAME.get(word.toLowerCase(Locale.ROOT)));
	}

	/** One of the types that connectors rely on. */
	static ResourceType of(String plural) {
		return find(plural).orElseThrow(() -> new IllegalArgumentException("no built-in type " + plural));
	}

	/** How a word is spelt in an action: the plural for what is built in. */
	static String canonical(String word) {
		return find(word).map(ResourceType::plural).orElse(word);
	}

}

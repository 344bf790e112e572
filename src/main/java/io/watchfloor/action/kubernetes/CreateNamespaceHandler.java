package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

@Component
class CreateNamespaceHandler extends CreateChange<CreateNamespace> {

	CreateNamespaceHandler(Clusters clusters, Clock clock) {
		super("kubernetes.create-namespace", CreateNamespace.class, CreateNamespace::where, clusters, clock);
	}

	@Override
	String path(CreateNamespace action, Cluster cluster) {
		return ResourceTypes.of("namespaces").path("", action.name());
	}

	@Override
	Draft draft(CreateNamespace action, Cluster cluster, Instant at) {
		var body = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
		body.putObject("metadata").put("name", action.name());
		return create(path(action, cluster), ResourceTypes.of("namespaces").path(""), body.toString(), cluster)
			.undo("None from here: deleting a namespace takes everything in it");
	}

	@Override
	public void needs(CreateNamespace action, Needs needs) {
		needs.changes(action.where(), List.of("namespaces/" + action.name()), "create", "delete");
	}

}

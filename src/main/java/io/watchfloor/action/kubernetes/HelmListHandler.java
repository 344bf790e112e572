package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;

/** Lists the newest revision of each release. */
@Component
class HelmListHandler extends KubeRead<HelmList> {

	/** What {@code helm list} shows without {@code --all}. */
	private static final Set<String> SHOWN = Set.of("deployed", "failed");

	HelmListHandler(Clusters clusters, Clock clock) {
		super("kubernetes.helm-list", HelmList.class, HelmList::where, clusters, clock);
	}

	@Override
	Reading read(HelmList action, Cluster cluster) {
		String namespace = action.allNamespaces() ? "" : cluster.namespace(action.where());
		Map<String, HelmRelease> newest = new LinkedHashMap<>();
		HelmRelease.all(cluster, namespace, "owner=helm")
			.forEach((release) -> newest.put(release.namespace() + "/" + release.name(), release));
		List<List<String>> rows = newest.values()
			.stream()
			.filter((release) -> action.all() || SHOWN.contains(release.status()))
			.map((release) -> List.of(release.name(), release.namespace(), String.valueOf(release.revision()),
					release.updated(), release.status(), release.chart(), release.appVersion()))
			.toList();
		return table(rows.size() + ((rows.size() == 1) ? " release" : " releases"),
				new Reading.Table(List.of("NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION"),
						rows),
				true, action, cluster);
	}

	@Override
	public void needs(HelmList action, Needs needs) {
		needs.in(action.allNamespaces() ? "" : needs.namespace(action.where()), "", "secrets", "", "list")
			.note("Helm keeps its releases in Secrets: who lists them can read every Secret there.");
	}

}

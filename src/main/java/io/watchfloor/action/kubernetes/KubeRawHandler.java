package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.Map;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;

@Component
class KubeRawHandler extends KubeRead<KubeRaw> {

	KubeRawHandler(Clusters clusters, Clock clock) {
		super("kubernetes.get-raw", KubeRaw.class, KubeRaw::where, clusters, clock);
	}

	@Override
	Reading read(KubeRaw action, Cluster cluster) {
		String text = cluster.api().text(action.path(), Map.of());
		return text.isBlank() ? unknown("The answer is empty", action, cluster)
				: text("Answered with " + text.length() + " characters", text, action, cluster);
	}

	@Override
	public void needs(KubeRaw action, Needs needs) {
		RawAddress.needs(action.path(), needs);
	}

}

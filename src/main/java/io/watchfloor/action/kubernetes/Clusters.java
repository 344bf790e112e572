package io.watchfloor.action.kubernetes;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.CanonicalJson;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Opens clusters, each once as long as its settings and secrets stay the same. The
 * client's classes are loaded with the first of them.
 */
@Component
class Clusters implements Sessions<Cluster>, DisposableBean {

	private static final int MOST = 50;

	/**
	 * Less than the shortest life of a token that a sign-in program gives (EKS: 15
	 * minutes).
	 */
	private static final Duration RENEWED = Duration.ofMinutes(10);

	private final Secrets secrets;

	private final Map<String, Open> open = new ConcurrentHashMap<>();

	private final Clock clock;

	Clusters(Secrets secrets, Clock clock) {
		this.secrets = secrets;
		this.clock = clock;
	}

	@Override
	public Cluster reading(Target target) {
		Map<String, String> resolved = new TreeMap<>();
		target.secrets().forEach((name, reference) -> {
			if (ClusterSettings.SECRETS.contains(name)) {
				resolved.put(name, this.secrets.resolve(reference));
			}
		});
		String key = CanonicalJson
			.fingerprint(Map.of("id", target.id().toString(), "settings", target.settings(), "secrets", resolved,
					"references", new TreeMap<>(target.secrets()).toString(), "names", target.writtenAs()));
		if (this.open.size() > MOST) {
			this.open.values().forEach(Open::closeLater);
			this.open.clear();
		}
		this.open.computeIfPresent(key, (_, before) -> {
			boolean stale = this.clock.instant().isAfter(before.until());
			if (stale) {
				before.closeLater();
			}
			return stale ? null : before;
		});
		return this.open.computeIfAbsent(key, (_) -> connect(target, resolved)).cluster();
	}

	private Open connect(Target target, Map<String, String> secrets) {
		Config config = ClusterSettings.config(target, secrets);
		KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
		KubeApi api = new KubeApi(client.getHttpClient(), config.getMasterUrl(), "",
				() -> AddressGuard.demand(target, URI.create(config.getMasterUrl())));
		String context = ClusterSettings.context(target, config);
		Set<String> names = new HashSet<>(target.writtenAs());
		names.add(context);
		Instant until = target.settings().containsKey("server") ? Instant.MAX : this.clock.instant().plus(RENEWED);
		return new Open(client, until,
				new Cluster(api, context, ClusterSettings.namespace(target, config), names, new KnownTypes(),
						new ManifestFiles(target.settings().getOrDefault("manifests", "")),
						new SecretSource(target.id().toString(), target.secrets(), this.secrets)));
	}

	@Override
	public void destroy() {
		this.open.values().forEach((each) -> each.client().close());
		this.open.clear();
	}

	private record Open(KubernetesClient client, Instant until, Cluster cluster) {

		/** What is under way gets its answer first. */
		void closeLater() {
			Thread.ofVirtual().name("closing cluster").start(() -> {
				LockSupport.parkNanos(Duration.ofMinutes(2).toNanos());
				this.client.close();
			});
		}

	}

}

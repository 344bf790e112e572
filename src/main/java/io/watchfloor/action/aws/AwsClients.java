package io.watchfloor.action.aws;

import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.NobodysAddress;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's clients, made when they are first needed and kept. */
@Component
class AwsClients implements DisposableBean {

	private static final Duration CONNECT = Duration.ofSeconds(3);

	private static final Duration ATTEMPT = Duration.ofSeconds(20);

	private static final Duration WHOLE = Duration.ofSeconds(60);

	private final AwsCredentials credentials;

	private final Map<Place, AwsClient> clients = new ConcurrentHashMap<>();

	private final Map<Target, AwsCredentialsProvider> providers = new ConcurrentHashMap<>();

	/**
	 * Hosts of stand-ins that the catalog allows though nobody's service stands there.
	 */
	private final Set<String> allowed = ConcurrentHashMap.newKeySet();

	private @Nullable SdkHttpClient http;

	AwsClients(Secrets secrets) {
		this.credentials = new AwsCredentials(secrets);
	}

	/**
	 * A client for one service.
	 * @param changing whether it may send a call twice only after a refusal for going too
	 * fast, because what got no answer may have happened
	 */
	AwsClient client(Target target, String service, String region, boolean changing) {
		return this.clients.computeIfAbsent(new Place(target, service, region, changing),
				(place) -> make(place, provider(target)));
	}

	/** The credentials of a target. */
	AwsCredentialsProvider provider(Target target) {
		AwsCredentialsProvider known = this.providers.get(target);
		if (known == null) {
			known = this.credentials.base(target);
			String role = target.settings().get("role");
			if (role != null) {
				Place place = new Place(target, "sts", target.setting("region"), false);
				known = this.credentials.assumed(role, (StsClient) make(place, known));
			}
			this.providers.put(target, known);
		}
		return known;
	}

	private AwsClient make(Place place, AwsCredentialsProvider provider) {
		ServiceModel model = ServiceModel.named(place.service()).orElseThrow();
		AwsClientBuilder<?, ?> builder = builder(model);
		builder.region(Region.of(place.region())).credentialsProvider(provider).overrideConfiguration(options(place));
		((SdkSyncClientBuilder<?, ?>) builder).httpClient(http());
		String endpoint = place.target().settings().get("endpoint");
		if (endpoint != null) {
			URI uri = uri(place.target(), endpoint);
			AddressGuard.demand(place.target(), uri);
			if (AddressGuard.allows(place.target())) {
				this.allowed.add(uri.getHost());
			}
			builder.endpointOverride(uri);
			if (builder instanceof S3ClientBuilder s3) {
				s3.forcePathStyle(true);
			}
		}
		return (AwsClient) builder.build();
	}

	/** A stand-in has one name; the real services have more, such as {@code sync-…}. */
	private static ClientOverrideConfiguration options(Place place) {
		return ClientOverrideConfiguration.builder()
			.apiCallTimeout(WHOLE)
			.apiCallAttemptTimeout(ATTEMPT)
			.retryStrategy(place.changing() ? Retries.onceAccepted() : Retries.adaptive())
			.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION,
					place.target().settings().containsKey("endpoint"))
			.build();
	}

	private static URI uri(Target target, String endpoint) {
		try {
			URI uri = URI.create(endpoint);
			if (uri.getHost() != null && uri.getRawUserInfo() == null
					&& Set.of("http", "https").contains(uri.getScheme())) {
				return uri;
			}
		}
		catch (IllegalArgumentException malformed) {
			// the problem below says it
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD,
				"The endpoint of " + target.id() + " must look like http://host:port, without user and password.");
	}

	private static AwsClientBuilder<?, ?> builder(ServiceModel model) {
		try {
			return (AwsClientBuilder<?, ?>) model.client().getMethod("builder").invoke(null);
		}
		catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException wrong) {
			throw new IllegalStateException(model.client() + " has no builder", wrong);
		}
	}

	private synchronized SdkHttpClient http() {
		SdkHttpClient known = this.http;
		if (known == null) {
			known = ApacheHttpClient.builder()
				.connectionTimeout(CONNECT)
				.socketTimeout(ATTEMPT)
				.maxConnections(50)
				.dnsResolver((host) -> this.allowed.contains(host) ? InetAddress.getAllByName(host)
						: NobodysAddress.refuse(host, " Look at 'endpoint' in system.yaml."))
				.build();
			this.http = known;
		}
		return known;
	}

	@Override
	public synchronized void destroy() {
		this.clients.values().forEach(AwsClient::close);
		if (this.http != null) {
			this.http.close();
		}
	}

	private record Place(Target target, String service, String region, boolean changing) {
	}

}

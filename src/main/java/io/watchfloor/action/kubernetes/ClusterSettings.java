package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetKind;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a target of kind {@code kubernetes} says, made into a client's configuration. */
@Configuration(proxyBeanMethods = false)
class ClusterSettings {

	/** Those that sign in; the others are values of the cluster's own secrets. */
	static final Set<String> SECRETS = Set.of("token", "kubeconfig");

	private static final int CONNECT_MILLIS = 3_000;

	private static final int ANSWER_MILLIS = 15_000;

	@Bean
	TargetKind kubernetesTargetKind() {
		return new TargetKind("kubernetes", Set.of(), Set.of("server", "context", "kubeconfig-file", "ca-file",
				"namespace", "manifests", AddressGuard.SETTING), Set.of("token", "kubeconfig", TargetKind.OF_THE_TEAM));
	}

	static Config config(Target target, Map<String, String> secrets) {
		Config config = base(target, secrets);
		config.setConnectionTimeout(CONNECT_MILLIS);
		config.setRequestTimeout(ANSWER_MILLIS);
		// A change is sent once; a read that fails says so
		config.setRequestRetryBackoffLimit(0);
		if (Objects.requireNonNullElse(config.getMasterUrl(), "").isEmpty()) {
			throw wrong(target, "names no cluster: it needs 'server', or a 'context' of a kubeconfig");
		}
		return config;
	}

	private static Config base(Target target, Map<String, String> secrets) {
		String server = target.settings().get("server");
		String kubeconfig = secrets.get("kubeconfig");
		if (kubeconfig != null) {
			return fromKubeconfig(target, kubeconfig, null);
		}
		if (server == null) {
			Path file = file(target);
			return fromKubeconfig(target, text(target, file), file.toAbsolutePath().getParent());
		}
		if (!server.matches("https?://[^/@?#]+(/[^?#@]*)?")) {
			throw wrong(target, "has a 'server' that does not look like https://host:6443");
		}
		ConfigBuilder builder = new ConfigBuilder(Config.empty()).withMasterUrl(server);
		if (secrets.containsKey("token")) {
			builder.withOauthToken(secrets.get("token").strip());
		}
		if (target.settings().containsKey("ca-file")) {
			builder.withCaCertFile(target.settings().get("ca-file"));
		}
		return builder.build();
	}

	private static Config fromKubeconfig(Target target, String text, @Nullable Path folder) {
		try {
			return Kubeconfig.read(text, target.settings().get("context"), folder);
		}
		catch (IllegalArgumentException wrong) {
			throw wrong(target, "has a kubeconfig that cannot be used: " + wrong.getMessage());
		}
		catch (Problem noCredential) {
			throw noCredential;
		}
		catch (RuntimeException malformed) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The kubeconfig of " + target.id() + " cannot be read. Look at it with kubectl config view.",
					malformed);
		}
	}

	private static Path file(Target target) {
		String named = target.settings().get("kubeconfig-file");
		String variable = System.getenv("KUBECONFIG");
		return Path.of((named != null) ? named : (variable != null && !variable.isBlank()) ? variable.split(":", 2)[0]
				: System.getProperty("user.home") + "/.kube/config");
	}

	private static String text(Target target, Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException missing) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"The kubeconfig " + file + " of " + target.id()
							+ " cannot be read. Name it in 'kubeconfig-file', or name 'server' and the secret 'token'.",
					missing);
		}
	}

	private static Problem wrong(Target target, String what) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, "Target " + target.id() + " " + what + ".");
	}

	/** The name by which people know the cluster. */
	static String context(Target target, Config config) {
		String named = target.settings().get("context");
		return (named != null) ? named
				: (config.getCurrentContext() != null) ? config.getCurrentContext().getName() : target.id().name();
	}

	static String namespace(Target target, Config config) {
		return Objects.requireNonNullElse(target.settings().get("namespace"),
				Objects.requireNonNullElse(config.getNamespace(), "default"));
	}

}

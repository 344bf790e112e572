package io.watchfloor.action.kubernetes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.fabric8.kubernetes.client.Config;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** A kubeconfig with one context chosen, and files named from where it stands. */
final class Kubeconfig {

	private static final Set<String> FILES = Set.of("certificate-authority", "client-certificate", "client-key",
			"tokenFile");

	private final Map<Object, Object> content;

	private Kubeconfig(Map<Object, Object> content) {
		this.content = content;
	}

	/**
	 * Reads a kubeconfig.
	 * @throws IllegalArgumentException when it is none or lacks the context
	 */
	static Config read(String text, @Nullable String context, @Nullable Path folder) {
		Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
		if (!(loaded instanceof Map<?, ?> map)) {
			throw new IllegalArgumentException("it is not a kubeconfig");
		}
		Kubeconfig kubeconfig = new Kubeconfig(new LinkedHashMap<>(map));
		if (context != null) {
			kubeconfig.choose(context);
		}
		if (folder != null) {
			kubeconfig.resolve(folder);
		}
		kubeconfig.signIn();
		return Config.fromKubeconfig(new Yaml().dump(kubeconfig.content));
	}

	/** Replaces the current user's program by the credential that it prints. */
	private void signIn() {
		Object current = this.content.get("current-context");
		String user = list("contexts").stream()
			.filter((each) -> Objects.equals(each.get("name"), current))
			.map((each) -> (each.get("context") instanceof Map<?, ?> inner) ? Objects.toString(inner.get("user")) : "")
			.findFirst()
			.orElse("");
		for (Map<Object, Object> each : list("users")) {
			if (each.get("user") instanceof Map<?, ?> inner && inner.get("exec") instanceof Map<?, ?> exec) {
				Map<Object, Object> settings = new LinkedHashMap<>(inner);
				settings.remove("exec");
				if (Objects.equals(each.get("name"), user)) {
					JsonNode status = CredentialPlugin.run(exec);
					put(settings, "token", Json.text(status, "token"));
					put(settings, "client-certificate-data", encoded(Json.text(status, "clientCertificateData")));
					put(settings, "client-key-data", encoded(Json.text(status, "clientKeyData")));
				}
				each.put("user", settings);
			}
		}
	}

	private static String encoded(String pem) {
		return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
	}

	private static void put(Map<Object, Object> settings, String name, String value) {
		if (!value.isEmpty()) {
			settings.put(name, value);
		}
	}

	private void choose(String context) {
		List<String> names = list("contexts").stream().map((each) -> Objects.toString(each.get("name"))).toList();
		if (!names.contains(context)) {
			throw new IllegalArgumentException("it has no context '" + context + "', only " + String.join(", ", names));
		}
		this.content.put("current-context", context);
	}

	private void resolve(Path folder) {
		for (String kind : List.of("clusters", "users")) {
			for (Map<Object, Object> each : list(kind)) {
				if (each.get(kind.substring(0, kind.length() - 1)) instanceof Map<?, ?> inner) {
					@SuppressWarnings("unchecked") // YAML's maps are made here and hold
													// anything
					Map<Object, Object> settings = (Map<Object, Object>) inner;
					settings.replaceAll((key, value) -> FILES.contains(Objects.toString(key))
							? folder.resolve(Objects.toString(value)).toString() : value);
				}
			}
		}
	}

	private List<Map<Object, Object>> list(String name) {
		if (!(this.content.get(name) instanceof List<?> list)) {
			return List.of();
		}
		@SuppressWarnings("unchecked") // as above; what is no map is left out
		List<Map<Object, Object>> maps = (List<Map<Object, Object>>) (List<?>) list.stream()
			.filter(Map.class::isInstance)
			.toList();
		return maps;
	}

}

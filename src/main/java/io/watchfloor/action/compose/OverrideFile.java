package io.watchfloor.action.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.host.HostFile;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The one file of a project that the console writes: the last of its files, so that what
 * stands in it wins, and taking it out gives the team's own values back.
 *
 * @param file as it is
 * @param root what it says
 */
record OverrideFile(HostFile file, Map<Object, Object> root) {

	private static final String HEAD = "# Written by Watchfloor. What stands here wins over the files before it.\n";

	/** Reads a file's content. */
	static OverrideFile of(HostFile file) {
		try {
			Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file.content());
			return new OverrideFile(file, (document instanceof Map<?, ?> map) ? copy(map) : new LinkedHashMap<>());
		}
		catch (YAMLException broken) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, file.path() + " is no YAML that is understood.", broken);
		}
	}

	private static Map<Object, Object> copy(Map<?, ?> map) {
		Map<Object, Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(name, (value instanceof Map<?, ?> inner) ? copy(inner) : value));
		return copy;
	}

	/** A variable of a service, as the service will see it. */
	Optional<String> variable(String service, String name) {
		return Optional.ofNullable(at("services", service, "environment").get(name))
			.map((value) -> value.toString().replace("$$", "$"));
	}

	/** Sets variables; one without a value goes. */
	OverrideFile variables(String service, Map<String, @Nullable String> values) {
		Map<Object, Object> changed = copy(this.root);
		Map<Object, Object> variables = open(changed, "services", service, "environment");
		new TreeMap<>(values)
			.forEach((name, value) -> put(variables, name, (value != null) ? value.replace("$", "$$") : null));
		return new OverrideFile(this.file, changed);
	}

	/** A limit of a service. */
	Optional<String> limit(String service, Place place, String name) {
		Map<Object, Object> at = place.deploy() ? at("services", service, "deploy", "resources", "limits")
				: at("services", service);
		return Optional.ofNullable(at.get(place.key(name))).map(Objects::toString);
	}

	/** Sets a limit of a service; without a value it goes. */
	OverrideFile limit(String service, Place place, String name, @Nullable String value) {
		Map<Object, Object> changed = copy(this.root);
		put(place.deploy() ? open(changed, "services", service, "deploy", "resources", "limits")
				: open(changed, "services", service), place.key(name), value);
		return new OverrideFile(this.file, changed);
	}

	private static void put(Map<Object, Object> map, String name, @Nullable String value) {
		if (value == null) {
			map.remove(name);
		}
		else {
			map.put(name, value);
		}
	}

	private Map<Object, Object> at(String... path) {
		Map<Object, Object> at = this.root;
		for (String part : path) {
			at = (at.get(part) instanceof Map<?, ?> inner) ? copy(inner) : new LinkedHashMap<>();
		}
		return at;
	}

	@SuppressWarnings("unchecked")
	private static Map<Object, Object> open(Map<Object, Object> root, String... path) {
		Map<Object, Object> at = root;
		for (String part : path) {
			Object inner = at.get(part);
			if (inner != null && !(inner instanceof Map)) {
				throw new Problem(Problem.Category.TARGET_SAID_NO,
						"'" + part + "' of the override file is written as a list; write it as names and values.");
			}
			at = (Map<Object, Object>) at.computeIfAbsent(part, (_) -> new LinkedHashMap<>());
		}
		return at;
	}

	/** The file with what is said now. */
	HostFile changed() {
		prune(this.root);
		this.root.putIfAbsent("services", new LinkedHashMap<>());
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setSplitLines(false);
		return this.file.with(HEAD + new Yaml(options).dump(this.root));
	}

	/** What says nothing any more goes. */
	private static void prune(Map<?, ?> map) {
		map.values().forEach((value) -> {
			if (value instanceof Map<?, ?> inner) {
				prune(inner);
			}
		});
		map.values().removeIf((value) -> value instanceof Map<?, ?> inner && inner.isEmpty());
	}

	/**
	 * Where a service's limits stand: at the service, or under {@code deploy} where the
	 * team has them there.
	 */
	record Place(boolean deploy) {

		static Place of(Map<?, ?> service) {
			return new Place(service.get("deploy") instanceof Map<?, ?> deploy
					&& deploy.get("resources") instanceof Map<?, ?> resources && resources.get("limits") != null);
		}

		String key(String name) {
			return (name.equals("memory") && !this.deploy) ? "mem_limit" : name;
		}

	}

}

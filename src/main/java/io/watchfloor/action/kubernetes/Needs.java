package io.watchfloor.action.kubernetes;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what actions must be granted; verbs are those of Kubernetes. */
final class Needs {

	private static final List<String> BY_NAME = List.of("get", "patch", "update", "delete", "watch");

	private final String home;

	private final SortedMap<Grant, SortedSet<String>> verbs = new TreeMap<>();

	private final SortedSet<String> addresses = new TreeSet<>();

	private final SortedSet<String> notes = new TreeSet<>();

	private Set<String> open = Set.of();

	/**
	 * Starts with nothing.
	 * @param home the namespace of lines that name none
	 */
	Needs(String home) {
		this.home = home;
	}

	/** From now on these texts stand in for what a person fills in. */
	Needs open(Set<String> texts) {
		this.open = Set.copyOf(texts);
		return this;
	}

	/** Reads what a line chose: by name, else all of a type. */
	Needs looks(Where where, boolean everywhere, Collection<String> resources) {
		String namespace = everywhere ? "" : namespace(where);
		for (String resource : resources) {
			String name = name(resource);
			String verb = Resources.nameOf(resource).isEmpty() ? "list" : "get";
			types(resource).forEach((type) -> add(type, namespace, "", verb.equals("list") ? "" : name, verb));
		}
		return this;
	}

	/** Reads what a line chose, and does something with each of them. */
	Needs changes(Where where, Collection<String> resources, String... doing) {
		looks(where, false, resources);
		for (String resource : resources) {
			types(resource).forEach((type) -> add(type, namespace(where), "", name(resource), doing));
		}
		return this;
	}

	/** Does something with a subresource of what a line chose. */
	Needs part(Where where, Collection<String> resources, String part, String... doing) {
		for (String resource : resources) {
			types(resource).forEach((type) -> add(type, namespace(where), "/" + part, name(resource), doing));
		}
		return this;
	}

	/** Does something with any object of a built-in type in the line's namespace. */
	Needs any(Where where, String plural, String... doing) {
		add(ResourceTypes.of(plural), namespace(where), "", "", doing);
		return this;
	}

	/** Does something with any object of a type, subresource or none, anywhere. */
	Needs anywhere(String group, String resource, String... doing) {
		put(new Grant("", group, resource, ""), doing);
		return this;
	}

	/** Does something in a namespace that is not the line's. */
	Needs in(String namespace, String group, String resource, String name, String... doing) {
		put(new Grant(namespace, group, resource, known(name)), doing);
		return this;
	}

	/** Reads an address that is no resource. */
	Needs address(String path) {
		this.addresses.add(path);
		return this;
	}

	/** Something that a role cannot say, or that it says too widely. */
	Needs note(String text) {
		this.notes.add(text);
		return this;
	}

	/** The namespace that a line means; one that is filled in later is every one. */
	String namespace(Where where) {
		return known(Objects.requireNonNullElse(where.namespace(), this.home));
	}

	/** The name of what a line chose; nothing for one that is filled in later. */
	private String name(String resource) {
		return this.open.contains(resource) ? "" : known(Resources.nameOf(resource));
	}

	private String known(String name) {
		return this.open.contains(name) ? "" : name;
	}

	/** The types of a word; {@code all} is several. */
	private List<ResourceType> types(String resource) {
		String word = Resources.typeOf(resource);
		if (word.equals("all")) {
			return ResourceTypes.all().stream().filter(ResourceType::everyday).toList();
		}
		return List.of(ResourceTypes.find(word).orElseGet(() -> custom(word)));
	}

	/** A type that only the cluster knows: {@code certificates.cert-manager.io}. */
	private ResourceType custom(String word) {
		int dot = word.indexOf('.');
		if (dot < 0) {
			this.notes.add("apiGroups is * for " + word + ": only the cluster knows which group it is of.");
		}
		String group = (dot < 0) ? "*" : word.substring(dot + 1).replaceFirst("^v\\d[a-z0-9]*\\.", "");
		return new ResourceType(group, "v1", (dot < 0) ? word : word.substring(0, dot), word, true, Set.of(word),
				false);
	}

	private void add(ResourceType type, String namespace, String part, String name, String... doing) {
		for (String verb : doing) {
			boolean named = BY_NAME.contains(verb) || part.equals("/eviction");
			put(new Grant(type.namespaced() ? namespace : "", type.group(), type.plural() + part, named ? name : ""),
					verb);
		}
		if (type.secret()) {
			this.notes.add("It reads Secrets; their values are never shown or kept.");
		}
	}

	private void put(Grant grant, String... doing) {
		this.verbs.computeIfAbsent(grant, (_) -> new TreeSet<>()).addAll(List.of(doing));
	}

	SortedMap<Grant, SortedSet<String>> verbs() {
		return this.verbs;
	}

	SortedSet<String> addresses() {
		return this.addresses;
	}

	SortedSet<String> notes() {
		return this.notes;
	}

}

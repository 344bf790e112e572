package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Asks what may be done: {@code kubectl auth can-i}.
 *
 * @param verb absent for a list of all that may be done
 * @param resource {@code pods}, {@code pods/api-0}, or an address such as {@code /logs}
 * @param as as whom; absent for the target's own identity
 */
public record KubeCanI(Where where, @Nullable String verb, @Nullable String resource, @Nullable String subresource,
		boolean allNamespaces, @Nullable String as) implements Action {

	public KubeCanI {
		where.demand();
		Names.text("the verb", verb);
		Names.text("the resource", resource);
		Names.text("the subresource", subresource);
		Names.text("the identity", as);
		if ((verb == null) != (resource == null) || (verb == null && subresource != null)
				|| (verb != null && !verb.matches("[a-z]+|\\*"))) {
			throw new IllegalArgumentException("verb and resource go together");
		}
		if (resource != null && !resource.startsWith("/") && !resource.equals("*")) {
			Names.resources(List.of(resource));
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return (this.verb == null) ? "List what may be done" + this.where.in()
				: "Ask whether one may " + this.verb + " " + this.resource + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("auth can-i")
			.word(this.verb)
			.word(this.resource)
			.flag("--list", this.verb == null)
			.option("--subresource", this.subresource)
			.flag("--all-namespaces", this.allNamespaces)
			.option("--as", this.as)
			.toString();
	}

}

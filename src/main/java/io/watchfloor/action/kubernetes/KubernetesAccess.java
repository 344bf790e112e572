package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.action.AccessDocument;
import io.watchfloor.action.AccessNeeds;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionUse;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Writes the roles for what actions do. */
@Component
class KubernetesAccess implements AccessNeeds {

	private final Map<Class<?>, Granting<?>> handlers;

	KubernetesAccess(List<Granting<?>> handlers) {
		this.handlers = handlers.stream()
			.collect(Collectors.toUnmodifiableMap((each) -> each.type().type(), Function.identity()));
	}

	@Override
	public String kind() {
		return "kubernetes";
	}

	@Override
	public AccessDocument needed(Target target, List<ActionUse> uses) {
		String home = target.settings().getOrDefault("namespace", "default");
		Needs needs = new Needs(home);
		if (!uses.isEmpty()) {
			// the connection test
			needs.in(home, "", "pods", "", "list");
		}
		uses.forEach((use) -> add(use.action(), needs.open(use.open())));
		return new AccessDocument("Kubernetes roles", target.id().toString().replace('/', '-') + "-roles.yaml",
				new RoleYaml(target, needs).text(), List.copyOf(needs.notes()));
	}

	private <A extends Action> void add(A action, Needs needs) {
		Granting<?> handler = this.handlers.get(action.getClass());
		if (handler == null) {
			throw new IllegalStateException(action.getClass() + " does not say what it needs");
		}
		@SuppressWarnings("unchecked") // the map's key is the handler's own type
		Granting<A> typed = (Granting<A>) handler;
		typed.needs(action, needs);
	}

}

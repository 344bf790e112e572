package io.watchfloor.action.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Gets the base of the service with the target's secret, where it has one. */
@Component
class HttpConnection implements ConnectionProbe {

	private final HttpServers servers;

	HttpConnection(HttpServers servers) {
		this.servers = servers;
	}

	@Override
	public String kind() {
		return HttpTargets.KIND;
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		return Endpoint.of(target.setting("url"));
	}

	@Override
	public String signIn(Target target) {
		SignIn as = target.secrets().containsKey("token") ? new SignIn(SignIn.Kind.BEARER, "")
				: target.secrets().containsKey("password") ? new SignIn(SignIn.Kind.BASIC, "") : SignIn.NONE;
		GetText root = new GetText("/", Map.of(), as, GetText.Show.HEAD, false, false, "", "");
		try (HttpSession session = this.servers.reading(target)) {
			Answer answer = session.get(root);
			if (answer.status() >= 500) {
				throw new Problem(Problem.Category.UNREACHABLE, target.setting("url") + " answers " + answer.status()
						+ ". The service, or what stands in front of it, is not well.");
			}
			if (Set.of(401, 403, 407).contains(answer.status())) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, target.setting("url") + " answers "
						+ answer.status() + ". Look at the secrets of " + target.id() + " in system.yaml.");
			}
			return (as.equals(SignIn.NONE) ? "without a sign-in" : "with the target's secret") + ", / answers "
					+ answer.status();
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		return Optional.empty();
	}

}

package io.watchfloor.action.aws;

import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Asks AWS who is calling; what that one may do, AWS does not tell beforehand. */
@Component
class AwsConnection implements ConnectionProbe {

	private final AwsSessions sessions;

	AwsConnection(AwsSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public String kind() {
		return AwsTargets.KIND;
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		String endpoint = target.settings().get("endpoint");
		return Endpoint
			.of((endpoint != null) ? endpoint : "https://sts." + target.setting("region") + ".amazonaws.com");
	}

	@Override
	public String signIn(Target target) {
		try (AwsSession session = this.sessions.reading(target)) {
			Map<String, Object> caller = session.call("sts", "get-caller-identity", Map.of(), "");
			return caller.get("Arn") + " in account " + caller.get("Account");
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		return Optional.empty();
	}

}

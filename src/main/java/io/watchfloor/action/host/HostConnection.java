package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Signs in and asks under which name. */
@Component
class HostConnection implements ConnectionProbe {

	private final Hosts hosts;

	HostConnection(Hosts hosts) {
		this.hosts = hosts;
	}

	@Override
	public String kind() {
		return "host";
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		if (!"ssh".equals(target.settings().get("via"))) {
			return Optional.empty();
		}
		SshAddress address = SshAddress.of(target);
		return Optional.of(new Endpoint(address.host().replaceAll("[\\[\\]]", ""), address.port(), false));
	}

	@Override
	public String signIn(Target target) {
		HostAnswer answer = this.hosts.run(target, new HostCommand(List.of("id", "-un"), null));
		if (answer.exit() != 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"It is reached, and 'id -un' fails: " + answer.lastWords());
		}
		return "as " + answer.output().strip();
	}

	@Override
	public Optional<String> permission(Target target) {
		return Optional.empty();
	}

}

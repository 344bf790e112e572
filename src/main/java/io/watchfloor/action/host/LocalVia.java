package io.watchfloor.action.host;

import java.util.Map;

import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** The machine on which the console itself runs, with its rights. */
@Component
class LocalVia implements Via {

	@Override
	public String name() {
		return "local";
	}

	@Override
	public HostAnswer run(Target target, HostCommand command) {
		return run(target, command, HostListener.NONE);
	}

	@Override
	public HostAnswer run(Target target, HostCommand command, HostListener listener) {
		return LocalProcesses.run(command, Map.of("GIT_OPTIONAL_LOCKS", "0", "HOME", System.getProperty("user.home")),
				listener);
	}

}

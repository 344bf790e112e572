package io.watchfloor.action.compose;

import java.util.List;
import java.util.Locale;

import io.watchfloor.action.Action;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.kernel.Risk;

/**
 * Starts, stops or restarts a project's containers as they are.
 *
 * @param scope what the line says before the verb, canonically
 * @param verb what is done
 * @param services to which; empty for all
 * @param seconds how long a container may take to stop, -1 for its own
 */
public record ComposeServices(String scope, Verb verb, List<String> services, int seconds) implements Action {

	public ComposeServices {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		DockerNames.demand(services);
		boolean stops = verb == Verb.STOP || verb == Verb.RESTART;
		if (seconds < -1 || seconds > 600 || (seconds >= 0 && !stops)) {
			throw new IllegalArgumentException("only stop and restart take a time, up to 600 seconds");
		}
	}

	@Override
	public Risk risk() {
		return (this.verb == Verb.START || this.verb == Verb.UNPAUSE) ? Risk.REVERSIBLE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		String word = this.verb.word();
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " "
				+ (this.services.isEmpty() ? "all services" : String.join(", ", this.services));
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, this.verb.word() + ((this.seconds >= 0) ? " --timeout " + this.seconds : ""),
				List.of(), this.services);
	}

}

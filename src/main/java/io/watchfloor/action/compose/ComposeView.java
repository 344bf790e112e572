package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * One of Compose's own views.
 *
 * @param scope what the line says before the verb, canonically
 * @param view which
 * @param services of which services; empty for all
 */
public record ComposeView(String scope, View view, List<String> services) implements Action {

	/** What is shown. */
	public enum View {

		/** The files as they are put together, without secrets. */
		CONFIG("config"),
		/** Whether the files are right. */
		CONFIG_CHECK("config --quiet"),
		/** The services that the files name. */
		CONFIG_SERVICES("config --services"),
		/** The volumes that the files name. */
		CONFIG_VOLUMES("config --volumes"),
		/** The images in use. */
		IMAGES("images"),
		/** The processes in the containers. */
		TOP("top"),
		/** The projects on the engine. */
		LS("ls"),
		/** The tool's version. */
		VERSION("version");

		private final String verb;

		View(String verb) {
			this.verb = verb;
		}

		List<String> words() {
			return List.of(this.verb.split(" ", -1));
		}

	}

	public ComposeView {
		ComposeScope.of(scope);
		services = List.copyOf(services);
		DockerNames.demand(services);
		if (!services.isEmpty() && view != View.IMAGES && view != View.TOP) {
			throw new IllegalArgumentException("docker compose " + view.verb + " takes no services");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return switch (this.view) {
			case CONFIG -> "The project's files, put together";
			case CONFIG_CHECK -> "Whether the project's files are right";
			case CONFIG_SERVICES -> "Services of the project";
			case CONFIG_VOLUMES -> "Volumes of the project";
			case IMAGES -> "Images in use";
			case TOP -> "Processes in the containers";
			case LS -> "Projects on the engine";
			case VERSION -> "Version of Compose";
		};
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, this.view.verb, List.of(), this.services);
	}

}

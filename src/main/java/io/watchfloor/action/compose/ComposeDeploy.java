package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Lets a service run another version: its image is fetched by digest, gets the name that
 * the files use, and the service's container is made anew.
 *
 * @param scope what the line says before the verb, canonically
 * @param service one of the files'
 * @param image the version: {@code repository:tag}, {@code repository@sha256:…}, or the
 * id of an image on the engine
 */
public record ComposeDeploy(String scope, String service, String image) implements Action {

	public ComposeDeploy {
		ComposeScope.of(scope);
		DockerNames.demand(List.of(service));
		DockerNames.demandImage(image);
	}

	/** The verb with its arguments. */
	List<String> words() {
		return List.of("up", "--detach", "--no-deps", "--no-build", this.service);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Deploy " + this.image + " as " + this.service;
	}

	@Override
	public String commandLine() {
		return "docker pull " + this.image + " && "
				+ ComposeLine.of(this.scope, String.join(" ", words()), List.of(), List.of());
	}

}

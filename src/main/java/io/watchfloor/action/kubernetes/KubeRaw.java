package io.watchfloor.action.kubernetes;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Gets an address of the API server as it is: {@code kubectl get --raw}.
 *
 * @param path from the slash, with its query
 */
public record KubeRaw(Where where, String path) implements Action {

	/** Secrets, and what the API server hands on to a pod. */
	private static final Pattern HANDED_ON = Pattern.compile("/(secrets|proxy|exec|attach|portforward)(/|\\?|$)");

	public KubeRaw {
		where.demand();
		if (!path.matches("/[A-Za-z0-9._~:/,+-]{1,1000}(\\?[A-Za-z0-9._~:/?=&,%+-]{0,1000})?") || path.contains("..")
				|| HANDED_ON.matcher(path).find()) {
			throw new IllegalArgumentException("the path '" + path + "' is not one that is read as it is");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Get " + this.path;
	}

	@Override
	public String commandLine() {
		return this.where.line("get").option("--raw", this.path).toString();
	}

}

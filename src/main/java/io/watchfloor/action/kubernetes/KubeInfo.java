package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Tells about the cluster itself.
 *
 * @param topic what is asked
 */
public record KubeInfo(Where where, Topic topic) implements Action {

	public KubeInfo {
		where.demand();
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return this.topic.title();
	}

	@Override
	public String commandLine() {
		return this.where.line(this.topic.words()).toString();
	}

	/** What is asked. */
	public enum Topic {

		/** The server's version. */
		VERSION("Read the version", "version"),
		/** Where the control plane is. */
		CLUSTER_INFO("Show where the cluster is", "cluster-info"),
		/** All types of resources. */
		API_RESOURCES("List types of resources", "api-resources"),
		/** All versions of all groups. */
		API_VERSIONS("List API versions", "api-versions"),
		/** Which cluster the target is. */
		CURRENT_CONTEXT("Show which cluster this is", "config current-context"),
		/** The same as a table. */
		CONTEXTS("List contexts", "config get-contexts"),
		/** Who the target's identity is. */
		WHO_AM_I("Show who asks", "auth whoami");

		private final String title;

		private final String words;

		Topic(String title, String words) {
			this.title = title;
			this.words = words;
		}

		String title() {
			return this.title;
		}

		String words() {
			return this.words;
		}

	}

}

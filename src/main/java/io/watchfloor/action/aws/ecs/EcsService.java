package io.watchfloor.action.aws.ecs;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;

/** A service as DescribeServices tells it. */
record EcsService(Told told) {

	static void demandName(String name) {
		if (!name.matches("[A-Za-z0-9_/:.-]{1,512}") || name.startsWith("-")) {
			throw new IllegalArgumentException("'" + name + "' is no name of a cluster or service");
		}
	}

	/**
	 * Reads it.
	 * @throws Problem when it is not there or not active
	 */
	static EcsService of(String cluster, String service, String region, AwsSession session) {
		Told told = session
			.ask("ecs", "describe-services", Map.of("cluster", cluster, "services", List.of(service)), region)
			.first("services");
		if (!told.text("status").equals("ACTIVE")) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no active service '" + service + "' in cluster '"
					+ cluster + "' in " + session.region(region) + ". Look at the names and the region.");
		}
		return new EcsService(told);
	}

	int desired() {
		return (int) this.told.number("desiredCount");
	}

	long running() {
		return this.told.number("runningCount");
	}

	String taskDefinition() {
		return this.told.text("taskDefinition");
	}

	/** The task definition as people write it: {@code web:12}. */
	String revision() {
		return this.told.text("taskDefinition").replaceFirst(".*/", "");
	}

	List<Told> deployments() {
		return this.told.list("deployments");
	}

	/** The id of the newest deployment. */
	String deployment() {
		return deployments().stream()
			.filter((each) -> each.text("status").equals("PRIMARY"))
			.map((each) -> each.text("id"))
			.findFirst()
			.orElse("");
	}

	/**
	 * What the newest deployment is at: {@code COMPLETED}; empty where it is not told.
	 */
	String rollout() {
		return deployments().stream()
			.filter((each) -> each.text("status").equals("PRIMARY"))
			.map((each) -> each.text("rolloutState"))
			.findFirst()
			.orElse("");
	}

	/** One look: as many tasks run as are wanted, by one deployment that is through. */
	Verification steady() {
		String rollout = rollout();
		if (rollout.equals("FAILED")) {
			return Verification.failed(words());
		}
		boolean one = deployments().size() == 1 && (rollout.isEmpty() || rollout.equals("COMPLETED"));
		return Verification.when(one && running() == desired() && this.told.number("pendingCount") == 0, words());
	}

	/** "6 wanted, 4 running, 2 pending of web:12; rollout IN_PROGRESS". */
	String words() {
		return desired() + " wanted, " + running() + " running, " + this.told.number("pendingCount") + " pending of "
				+ revision() + (rollout().isEmpty() ? "" : "; rollout " + rollout()) + trouble();
	}

	/** The service's own latest word, when it is one of trouble. */
	private String trouble() {
		String latest = this.told.first("events").text("message");
		return latest.matches("(?is).*(unable|fail|unhealthy|error).*") ? "; it says: " + latest : "";
	}

}

package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Verification;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs a cron job's work once; done when the job has completed. */
@Component
class CreateJobHandler extends CreateChange<CreateJob> {

	CreateJobHandler(Clusters clusters, Clock clock) {
		super("kubernetes.create-job", CreateJob.class, CreateJob::where, clusters, clock);
	}

	@Override
	String path(CreateJob action, Cluster cluster) {
		return ResourceTypes.of("jobs").path(cluster.namespace(action.where()), action.name());
	}

	@Override
	Draft draft(CreateJob action, Cluster cluster, Instant at) {
		JsonNode cron = cluster.object("cronjobs/" + action.cronJob(), action.where());
		ObjectNode job = Json.object().put("apiVersion", "batch/v1").put("kind", "Job");
		JsonNode template = cron.path("spec").path("jobTemplate");
		ObjectNode metadata = job.putObject("metadata").put("name", action.name());
		if (!template.path("metadata").path("labels").isEmpty()) {
			metadata.set("labels", template.path("metadata").path("labels"));
		}
		ObjectNode annotations = metadata.putObject("annotations");
		annotations.put("cronjob.kubernetes.io/instantiate", "manual");
		template.path("metadata")
			.path("annotations")
			.properties()
			.forEach((each) -> annotations.set(each.getKey(), each.getValue()));
		metadata.putArray("ownerReferences")
			.addObject()
			.put("apiVersion", "batch/v1")
			.put("kind", "CronJob")
			.put("name", action.cronJob())
			.put("uid", Json.text(cron, "metadata", "uid"))
			.put("controller", true);
		job.set("spec", template.path("spec"));
		return create(path(action, cluster), ResourceTypes.of("jobs").path(cluster.namespace(action.where())),
				job.toString(), cluster)
			.effect("It does now what runs by itself at " + Json.text(cron, "spec", "schedule"))
			.warn("Two runs at a time may not be foreseen; look whether one is under way.")
			.undo("None: what the job does is done; the job itself can be deleted")
			.done("the job has completed", Duration.ZERO, Duration.ofMinutes(30));
	}

	@Override
	Look look(CreateJob action, Plan plan, Cluster cluster) {
		Optional<JsonNode> job = cluster.api().find(path(action, cluster));
		if (job.isEmpty()) {
			return Look.missing("the job is not there");
		}
		List<JsonNode> conditions = Json.list(job.get().path("status").path("conditions"));
		if (holds(conditions, "Failed")) {
			return new Look(true, Verification.State.FAILED, "the job has failed; read its log");
		}
		return holds(conditions, "Complete") ? Look.done("the job has completed")
				: new Look(true, Verification.State.NOT_YET, "the job runs");
	}

	private static boolean holds(List<JsonNode> conditions, String type) {
		return conditions.stream()
			.anyMatch((each) -> Json.text(each, "type").equals(type) && Json.text(each, "status").equals("True"));
	}

	@Override
	public Optional<Action> undo(CreateJob action, Plan plan) {
		return Optional.empty();
	}

	@Override
	public void needs(CreateJob action, Needs needs) {
		needs.looks(action.where(), false, List.of("cronjobs/" + action.cronJob()))
			.changes(action.where(), List.of("jobs/" + action.name()), "create", "delete");
	}

}

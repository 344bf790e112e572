package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Runs a cron job's work once, now: {@code kubectl create job --from=cronjob/…}.
 *
 * @param cronJob its name
 */
public record CreateJob(Where where, String name, String cronJob) implements Action {

	public CreateJob {
		where.demand();
		Names.name("job", name);
		Names.name("cron job", cronJob);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Run the cron job " + this.cronJob + this.where.in() + " now";
	}

	@Override
	public String commandLine() {
		return this.where.line("create job").word(this.name).option("--from", "cronjob/" + this.cronJob).toString();
	}

}

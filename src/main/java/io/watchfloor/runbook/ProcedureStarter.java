package io.watchfloor.runbook;

import java.util.List;

/**
 * Walks a procedure. Implemented above this module; without such a bean a runbook can
 * only be read.
 */
public interface ProcedureStarter {

	/** Where the person who asks may run the procedure, best first. */
	List<Choice> choices(RunbookId id, Procedure procedure);

	/**
	 * Starts a run.
	 * @param environment of one of the {@linkplain #choices choices}
	 * @return the location to go to, without a leading slash: {@code runs/0192…}
	 * @throws io.watchfloor.kernel.Problem when the run may not start
	 */
	String start(RunbookId id, String procedureSlug, String environment);

	/**
	 * One environment to choose.
	 *
	 * @param label as people read it
	 * @param environment the environment's name in the catalog
	 * @param production whether the production friction applies
	 */
	record Choice(String label, String environment, boolean production) {
	}

}

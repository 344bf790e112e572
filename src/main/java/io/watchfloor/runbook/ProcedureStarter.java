package io.watchfloor.runbook;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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
	 * Starts a drill: the same walk, of which nothing is sent that changes anything.
	 * @param fault of one of the {@linkplain #faults faults}; null for none
	 * @return the location to go to
	 */
	String drill(RunbookId id, String procedureSlug, String environment, @Nullable String fault);

	/** What can be made to go wrong in an environment for a drill, by id. */
	default Map<String, String> faults(RunbookId id, String environment) {
		return Map.of();
	}

	/** The steps that no target of an environment fits, by their titles. */
	default List<String> withoutTarget(RunbookId id, Procedure procedure, String environment) {
		return List.of();
	}

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

package io.watchfloor.run;

import java.util.Collection;
import java.util.List;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** Leaves several steps out for one reason, such as all readings of what is down. */
@Service
public class SkipSeveral {

	private final Authority authority;

	private final Permits permits;

	private final RunStore runs;

	private final RunSteps steps;

	SkipSeveral(Authority authority, Permits permits, RunStore runs, RunSteps steps) {
		this.authority = authority;
		this.permits = permits;
		this.runs = runs;
		this.steps = steps;
	}

	/** What of a walk could be left out now. */
	public List<StepRun> offered(RunId id) {
		this.authority.require(Permission.VIEW);
		return require(id).remaining()
			.stream()
			.filter((step) -> step.state().next().contains(StepState.SKIPPED))
			.toList();
	}

	/**
	 * Leaves steps out. The last ones go first, so that the walk reaches none of them in
	 * between.
	 * @throws Problem when one of them cannot be skipped (any more); those behind it are
	 */
	public void skip(RunId id, Collection<String> keys, String reason) {
		this.permits.operate(id);
		if (keys.isEmpty()) {
			throw new Problem(Category.NOT_UNDERSTOOD, "Choose at least one step to skip.");
		}
		for (StepRun step : require(id).steps().reversed()) {
			if (keys.contains(step.key())) {
				this.steps.skip(step.ref(), reason);
			}
		}
	}

	private Run require(RunId id) {
		return this.runs.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
	}

}

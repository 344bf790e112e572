package io.watchfloor.action;

import java.util.List;
import java.util.stream.Stream;

/** A connector's bean that knows what is wrong or dangerous with its tool's commands. */
public interface FindingRules {

	/** Every rule that {@link #check} may report. */
	List<Rule> rules();

	/** Looks at one command of any tool. Never fails; a doubt is no finding. */
	Stream<Finding> check(CommandLine line);

}

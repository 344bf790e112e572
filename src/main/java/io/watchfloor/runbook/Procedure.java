package io.watchfloor.runbook;

import java.util.List;

/**
 * One walkable section of a runbook.
 *
 * @param slug unique in its runbook, from the heading
 * @param title the heading
 * @param path the headings above it, outermost first
 * @param lines the section
 * @param steps in order
 */
public record Procedure(String slug, String title, List<String> path, LineRange lines, List<Step> steps) {

	public Procedure {
		path = List.copyOf(path);
		steps = List.copyOf(steps);
	}

}

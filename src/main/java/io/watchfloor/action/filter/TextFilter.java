package io.watchfloor.action.filter;

import java.util.List;

/** Makes lines of lines, as a tool behind a bar would. */
interface TextFilter {

	/**
	 * Filters.
	 * @throws FilterTrouble when the lines are not what the filter needs
	 */
	List<String> apply(List<String> lines);

}

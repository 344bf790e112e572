package io.watchfloor.run;

import java.util.Map;

/** Where it is kept what was filled in for a whole run. */
public interface InputStore {

	/** What was filled in, by the inputs' names. */
	Map<String, String> of(RunId run);

	/** Keeps values; later ones replace earlier ones. */
	void keep(RunId run, Map<String, String> values);

}

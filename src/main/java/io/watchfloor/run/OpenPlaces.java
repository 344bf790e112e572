package io.watchfloor.run;

import java.util.List;
import java.util.Map;

import io.watchfloor.runbook.StepInput;

/**
 * What a step leaves open until a person fills it in.
 *
 * @param language of a query; empty for a command line
 * @param constants the variables that the document sets before
 * @param inputs what is asked
 * @param sample the action with stand-ins, as JSON: to find targets and suggestions,
 * never to be run
 */
public record OpenPlaces(String language, Map<String, String> constants, List<StepInput> inputs, String sample) {

	public OpenPlaces {
		constants = Map.copyOf(constants);
		inputs = List.copyOf(inputs);
	}

}

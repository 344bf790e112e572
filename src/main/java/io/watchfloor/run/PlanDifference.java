package io.watchfloor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.watchfloor.action.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What is no longer as it was previewed (law 2).
 *
 * @param lines each property that differs
 */
public record PlanDifference(List<Line> lines) {

	public PlanDifference {
		lines = List.copyOf(lines);
	}

	/**
	 * One property.
	 *
	 * @param what the marker or property
	 * @param previewed its value then; absent when it was not there
	 * @param found its value at execution; absent when it is gone
	 */
	public record Line(String what, @Nullable String previewed, @Nullable String found) {
	}

	static PlanDifference between(Plan previewed, Plan found) {
		SortedMap<String, String> before = properties(previewed);
		SortedMap<String, String> after = properties(found);
		TreeSet<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		List<Line> lines = new ArrayList<>();
		for (String name : names) {
			Line line = new Line(name, before.get(name), after.get(name));
			if (!Objects.equals(line.previewed(), line.found())) {
				lines.add(line);
			}
		}
		return new PlanDifference(lines);
	}

	/** In one line, for the record. */
	String summary() {
		return String.join("; ",
				this.lines.stream()
					.map((line) -> line.what() + ": " + shown(line.previewed()) + " → " + shown(line.found()))
					.toList());
	}

	private static String shown(@Nullable String value) {
		return (value != null) ? value : "(none)";
	}

	private static SortedMap<String, String> properties(Plan plan) {
		SortedMap<String, String> all = new TreeMap<>();
		for (Map.Entry<String, String> marker : plan.markers().entrySet()) {
			all.put(marker.getKey(), marker.getValue());
		}
		for (Plan.Change change : plan.changes()) {
			all.putIfAbsent(change.property(), shown(change.now()));
		}
		return all;
	}

}

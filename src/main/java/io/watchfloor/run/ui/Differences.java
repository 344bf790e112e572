package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.run.PlanDifference;
import io.watchfloor.run.PlanDifference.Line;
import org.jspecify.annotations.Nullable;

/** Chooses what of a difference a person can compare. */
final class Differences {

	private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16,}");

	private Differences() {
	}

	/**
	 * Leaves digests out where something else tells the same, and a figure that stands
	 * there already under another name; everything is in the audit log.
	 */
	static List<Line> readable(PlanDifference difference) {
		List<Line> shown = new ArrayList<>();
		Set<String> figures = new HashSet<>();
		// Longer names are the plan's own words, shorter ones its markers.
		difference.lines()
			.stream()
			.sorted((one, other) -> Integer.compare(other.what().length(), one.what().length()))
			.filter((line) -> !digest(line))
			.filter((line) -> figures.add(figure(line.previewed()) + " " + figure(line.found())) || !isMarker(line))
			.forEach(shown::add);
		return shown.isEmpty() ? difference.lines() : shown;
	}

	private static boolean digest(Line line) {
		return (line.previewed() == null || DIGEST.matcher(line.previewed()).matches())
				&& (line.found() == null || DIGEST.matcher(line.found()).matches());
	}

	private static boolean isMarker(Line line) {
		return line.what().indexOf(' ') < 0;
	}

	private static String figure(@Nullable String value) {
		return (value != null) ? value.replace(",", "") : "";
	}

}

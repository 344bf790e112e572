package io.watchfloor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the rounds of a benchmark gave.
 *
 * @param benchmark what was measured
 * @param ours one figure for each round
 * @param peer one figure for each round, {@code NaN} without a peer
 */
record Measurement(Benchmark benchmark, List<Double> ours, List<Double> peer) {

	static final int ROUNDS = 5;

	/** Warms both up, then lets them take turns, so that a busy machine hits both. */
	static Measurement of(Benchmark benchmark) throws Exception {
		benchmark.prepare();
		if (!benchmark.once()) {
			benchmark.ours();
			benchmark.peer();
		}
		List<Double> ours = new ArrayList<>();
		List<Double> peer = new ArrayList<>();
		for (int round = 0; round < (benchmark.once() ? 1 : ROUNDS); round++) {
			ours.add(benchmark.ours());
			peer.add(benchmark.peer());
		}
		return new Measurement(benchmark, List.copyOf(ours), List.copyOf(peer));
	}

	/** The result as it is printed; {@code ratio} says how many times better ours is. */
	Map<String, @Nullable Object> summary() {
		Map<String, @Nullable Object> summary = new LinkedHashMap<>();
		summary.put("bench", this.benchmark.name());
		summary.put("ours", rounded(median(this.ours)));
		summary.put("peer", rounded(median(this.peer)));
		summary.put("ratio", rounded(ratio()));
		summary.put("unit", this.benchmark.unit());
		summary.put("rounds", Map.of("ours", rounded(this.ours), "peer", rounded(this.peer)));
		summary.putAll(this.benchmark.notes());
		return summary;
	}

	double ratio() {
		return switch (this.benchmark.better()) {
			case HIGHER -> median(this.ours) / median(this.peer);
			case LOWER -> median(this.peer) / median(this.ours);
		};
	}

	private static double median(List<Double> figures) {
		return figures.stream().sorted().toList().get(figures.size() / 2);
	}

	private static List<@Nullable Double> rounded(List<Double> figures) {
		List<@Nullable Double> all = new ArrayList<>();
		figures.forEach((figure) -> all.add(rounded(figure)));
		return all;
	}

	private static @Nullable Double rounded(double figure) {
		return Double.isFinite(figure) ? Math.round(figure * 100) / 100.0 : null;
	}

}

package io.watchfloor.bench;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasurementTests {

	@Test
	void oursAndThePeerTakeTurnsAfterAWarmUp() throws Exception {
		Counting benchmark = new Counting(Benchmark.Better.HIGHER);
		Measurement.of(benchmark);
		assertThat(String.join("", benchmark.turns)).isEqualTo("op" + "op".repeat(Measurement.ROUNDS));
	}

	@Test
	void theRatioSaysHowManyTimesBetterOursIs() throws Exception {
		assertThat(Measurement.of(new Counting(Benchmark.Better.HIGHER)).ratio()).isEqualTo(4.0);
		assertThat(Measurement.of(new Counting(Benchmark.Better.LOWER)).ratio()).isEqualTo(0.25);
	}

	@Test
	void theFiguresAreMedians() throws Exception {
		assertThat(Measurement.of(new Counting(Benchmark.Better.HIGHER)).summary()).containsEntry("ours", 400.0)
			.containsEntry("peer", 100.0)
			.containsEntry("unit", "things/s");
	}

	@Test
	void everyBenchmarkHasANameOfItsOwn() throws Exception {
		List<String> names = Bench.benchmarks().stream().map(Benchmark::name).toList();
		assertThat(names).doesNotHaveDuplicates();
	}

	/** Four times the peer, but for one round in which the machine was busy. */
	private static final class Counting implements Benchmark {

		private final List<String> turns = new ArrayList<>();

		private final Better better;

		Counting(Better better) {
			this.better = better;
		}

		@Override
		public String name() {
			return "counting";
		}

		@Override
		public String unit() {
			return "things/s";
		}

		@Override
		public Better better() {
			return this.better;
		}

		@Override
		public double ours() {
			this.turns.add("o");
			return (this.turns.size() == 5) ? 1.0 : 400.0;
		}

		@Override
		public double peer() {
			this.turns.add("p");
			return (this.turns.size() == 6) ? 9999.0 : 100.0;
		}

	}

}

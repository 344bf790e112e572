package io.watchfloor.sandbox.app;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/** Counters and histograms, written in Prometheus' text format. */
final class Series {

	private static final double[] BOUNDS = { 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10 };

	private final Map<Sample, DoubleAdder> values = new ConcurrentHashMap<>();

	private final Map<String, String> types = new ConcurrentHashMap<>();

	/** Counts; the labels are written as Prometheus wants them, without braces. */
	void count(String name, String labels) {
		count(name, labels, 1);
	}

	void count(String name, String labels, double by) {
		this.types.put(name, "counter");
		add(name, name, labels, 0, by);
	}

	/** Sets a value that goes up and down. */
	void gauge(String name, double value) {
		this.types.put(name, "gauge");
		DoubleAdder fresh = new DoubleAdder();
		fresh.add(value);
		this.values.put(new Sample(name, name, "", 0), fresh);
	}

	/** Counts a duration into its buckets. */
	void observe(String name, String labels, Duration duration) {
		this.types.put(name, "histogram");
		double seconds = duration.toNanos() / 1e9;
		for (int index = 0; index < BOUNDS.length; index++) {
			add(name, name + "_bucket", labels + ",le=\"" + number(BOUNDS[index]) + "\"", index,
					(seconds <= BOUNDS[index]) ? 1 : 0);
		}
		add(name, name + "_bucket", labels + ",le=\"+Inf\"", BOUNDS.length, 1);
		add(name, name + "_sum", labels, BOUNDS.length + 1, seconds);
		add(name, name + "_count", labels, BOUNDS.length + 2, 1);
	}

	private void add(String family, String name, String labels, int order, double by) {
		this.values.computeIfAbsent(new Sample(family, name, labels, order), (sample) -> new DoubleAdder()).add(by);
	}

	/** The sum of all samples of a name whose labels contain a text. */
	double sum(String name, String labelPart) {
		return this.values.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().name().equals(name) && entry.getKey().labels().contains(labelPart))
			.mapToDouble((entry) -> entry.getValue().sum())
			.sum();
	}

	/** Everything, sorted by name. */
	String text() {
		StringBuilder text = new StringBuilder();
		String[] family = { "" };
		this.values.keySet().stream().sorted(Sample.ORDER).forEach((sample) -> {
			if (!sample.family().equals(family[0])) {
				family[0] = sample.family();
				text.append("# TYPE ").append(family[0]).append(' ').append(this.types.get(family[0])).append('\n');
			}
			DoubleAdder value = this.values.get(sample);
			text.append(sample.name());
			if (!sample.labels().isEmpty()) {
				text.append('{').append(sample.labels()).append('}');
			}
			text.append(' ').append(number((value != null) ? value.sum() : 0)).append('\n');
		});
		return text.toString();
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
	}

	private record Sample(String family, String name, String labels, int order) {

		static final Comparator<Sample> ORDER = Comparator.comparing(Sample::family)
			.thenComparing((sample) -> sample.labels().replaceAll(",le=.*", ""))
			.thenComparingInt(Sample::order);

	}

}

package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.kernel.Counted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A series that is missing, NaN, or a counter that went backwards is unknown, never 0.
 */
@Component
class MetricsReadHandler extends SessionRead<MetricsRead, HttpSession> {

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private static final int MOST_ROWS = 500;

	private final Clock clock;

	private final Consumer<Duration> pause;

	@Autowired
	MetricsReadHandler(HttpServers servers, Clock clock) {
		this(servers, clock, (between) -> LockSupport.parkNanos(between.toNanos()));
	}

	MetricsReadHandler(HttpServers servers, Clock clock, Consumer<Duration> pause) {
		super(servers, clock);
		this.clock = clock;
		this.pause = pause;
	}

	@Override
	public ActionType<MetricsRead> type() {
		return new ActionType<>("http.metrics", MetricsRead.class, HttpTargets.KIND);
	}

	@Override
	protected Reading read(MetricsRead action, HttpSession session, Instant at) {
		String source = "GET " + session.address() + action.path();
		try {
			List<MetricLine> first = lines(action, session);
			if (first.isEmpty()) {
				return Reading.unknown("The page holds no such series", source, at);
			}
			boolean twice = action.seconds() > 0 && first.stream().anyMatch(MetricLine::counter);
			if (!twice) {
				return once(first, source, at);
			}
			Instant before = this.clock.instant();
			this.pause.accept(Duration.ofSeconds(action.seconds()));
			List<MetricLine> second = lines(action, session);
			return twice(first, second, Duration.between(before, this.clock.instant()), source, at);
		}
		catch (IllegalArgumentException broken) {
			return Reading.unknown(broken.getMessage() + ".", source, at);
		}
	}

	private static List<MetricLine> lines(MetricsRead action, HttpSession session) {
		Answer answer = session.page(action.path(), MOST_BYTES);
		if (answer.status() != 200) {
			throw new IllegalArgumentException("The service answered with status " + answer.status());
		}
		if (answer.cut()) {
			throw new IllegalArgumentException("The page is longer than 4 MiB and would be read only in part");
		}
		boolean open = answer.head().toLowerCase(Locale.ROOT).contains("content-type: application/openmetrics-text");
		return MetricsPage.read(answer.text(), open).lines().stream().filter(action::means).toList();
	}

	private static Reading once(List<MetricLine> lines, String source, Instant at) {
		Optional<MetricLine> odd = lines.stream().filter((line) -> !line.figure()).findFirst();
		if (odd.isPresent()) {
			return Reading.unknown(odd.get().identity() + " is " + odd.get().value(), source, at);
		}
		List<List<String>> rows = lines.stream()
			.map((line) -> List.of(line.name(), labels(line), line.value(), line.counter() ? "since the start" : ""))
			.toList();
		boolean alone = lines.size() == 1 && !lines.getFirst().counter();
		String summary = alone ? lines.getFirst().name() + " is " + lines.getFirst().value()
				: Counted.of(lines.size(), "series", "series");
		return reading(summary, alone ? lines.getFirst().number() : null, "", rows, lines, source, at);
	}

	private static Reading twice(List<MetricLine> first, List<MetricLine> second, Duration between, String source,
			Instant at) {
		Map<String, MetricLine> before = first.stream()
			.collect(Collectors.toMap(MetricLine::identity, Function.identity()));
		double seconds = between.toNanos() / 1e9;
		if (!before.keySet().equals(second.stream().map(MetricLine::identity).collect(Collectors.toSet()))
				|| seconds <= 0) {
			return Reading.unknown("Between two looks series came or went: the service started anew, or another"
					+ " instance answered", source, at);
		}
		List<List<String>> rows = new ArrayList<>();
		double sum = 0;
		for (MetricLine after : second) {
			MetricLine was = before.getOrDefault(after.identity(), after);
			if (!after.figure() || !was.figure()) {
				return Reading.unknown(after.identity() + " is " + after.value(), source, at);
			}
			double rate = (after.number() - was.number()) / seconds;
			if (after.counter() && rate < 0) {
				return Reading.unknown(after.identity() + " went backwards, from " + was.value() + " to "
						+ after.value() + ": the service started anew, or another instance answered", source, at);
			}
			sum += after.counter() ? rate : 0;
			rows.add(List.of(after.name(), labels(after), after.value(), after.counter() ? figure(rate) + " /s" : ""));
		}
		boolean alike = second.stream().allMatch(MetricLine::counter)
				&& second.stream().map(MetricLine::name).distinct().count() == 1;
		String over = " over " + String.format(Locale.ROOT, "%.1f", seconds) + " s";
		String summary = alike
				? second.getFirst().name() + " grows by " + figure(sum) + " per second" + over
						+ ((second.size() > 1) ? ", " + second.size() + " series together" : "")
				: Counted.of(second.size(), "series", "series") + over;
		return reading(summary, alike ? sum : null, "per second", rows, second, source, at);
	}

	private static Reading reading(String summary, @org.jspecify.annotations.Nullable Double value, String unit,
			List<List<String>> rows, List<MetricLine> lines, String source, Instant at) {
		boolean cut = rows.size() > MOST_ROWS;
		return new Reading(true, cut ? summary + ", the first " + MOST_ROWS + " are shown" : summary, value,
				(value == null || unit.isEmpty()) ? null : unit,
				new Reading.Table(List.of("series", "labels", "value", "rate"),
						cut ? rows.subList(0, MOST_ROWS) : rows),
				lines.stream().limit(MOST_ROWS).map(MetricLine::written).collect(Collectors.joining("\n")), source, at);
	}

	private static String labels(MetricLine line) {
		return line.labels()
			.entrySet()
			.stream()
			.map((each) -> each.getKey() + "=" + each.getValue())
			.collect(Collectors.joining(", "));
	}

	private static String figure(double rate) {
		return String.format(Locale.ROOT, "%.3f", rate).replaceFirst("\\.?0+$", "");
	}

}

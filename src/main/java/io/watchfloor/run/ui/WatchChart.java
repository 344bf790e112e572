package io.watchfloor.run.ui;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import io.watchfloor.run.Limit;
import io.watchfloor.run.Watched;
import io.watchfloor.run.Watching;

/** The readings of what is being watched as a line, with the limit across. */
final class WatchChart extends Div {

	private static final double WIDTH = 560;

	private static final double HEIGHT = 110;

	private static final double EDGE = 6;

	WatchChart(Watching watching, List<Watched> readings) {
		addClassName("run-chart");
		Limit limit = watching.terms().limit();
		List<Watched> figures = readings.stream().filter((one) -> one.value() != null).toList();
		double[] values = DoubleStream
			.concat(figures.stream().mapToDouble((one) -> value(one)),
					(limit != null) ? DoubleStream.of(limit.number()) : DoubleStream.empty())
			.toArray();
		OptionalDouble least = DoubleStream.of(values).min();
		OptionalDouble most = DoubleStream.of(values).max();
		if (figures.isEmpty() || least.isEmpty() || most.isEmpty()) {
			setVisible(false);
			return;
		}
		Scale scale = new Scale(watching, least.getAsDouble(), most.getAsDouble());
		StringBuilder svg = new StringBuilder(
				"<svg viewBox='0 0 560 110' preserveAspectRatio='none' aria-hidden='true' width='100%' height='110'>");
		if (limit != null) {
			double y = scale.y(limit.number());
			svg.append(String.format(Locale.ROOT, "<line class='limit' x1='0' x2='560' y1='%.1f' y2='%.1f'/>", y, y));
		}
		svg.append("<polyline class='line' points='");
		figures
			.forEach((one) -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", scale.x(one), scale.y(value(one)))));
		svg.append("'/>");
		readings.stream()
			.filter((one) -> !Boolean.TRUE.equals(one.fine()))
			.forEach((one) -> svg.append(String.format(Locale.ROOT, "<circle class='%s' cx='%.1f' cy='%.1f' r='3.5'/>",
					(one.fine() != null) ? "bad" : "gap", scale.x(one),
					(one.value() != null) ? scale.y(value(one)) : HEIGHT - EDGE)));
		svg.append("</svg>");
		add(new Svg(svg.toString()));
		getElement().setAttribute("role", "img")
			.setAttribute("aria-label",
					"%d readings, the last: %s".formatted(readings.size(), readings.getLast().summary()));
	}

	private static double value(Watched one) {
		return (one.value() != null) ? one.value() : 0;
	}

	/** From readings to points. */
	private record Scale(Watching watching, double least, double most) {

		double x(Watched one) {
			double length = Math.max(1, this.watching.terms().length().toMillis());
			double passed = Duration.between(this.watching.beganAt(), one.at()).toMillis();
			return EDGE + Math.min(1, passed / length) * (WIDTH - 2 * EDGE);
		}

		double y(double value) {
			double range = (this.most > this.least) ? this.most - this.least : 1;
			double share = (this.most > this.least) ? (value - this.least) / range : 0.5;
			return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
		}

	}

}

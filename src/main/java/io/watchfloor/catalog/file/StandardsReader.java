package io.watchfloor.catalog.file;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;

import io.watchfloor.catalog.Limit;
import io.watchfloor.catalog.Origin;
import io.watchfloor.catalog.RecoveryTarget;
import io.watchfloor.catalog.Schedule;
import io.watchfloor.catalog.Standards;
import io.watchfloor.catalog.Threshold;
import org.jspecify.annotations.Nullable;

/** Reads thresholds, schedules and recovery targets. */
final class StandardsReader {

	private final Findings findings;

	StandardsReader(Findings findings) {
		this.findings = findings;
	}

	Standards read(Section system) {
		return new Standards(system.list("thresholds").stream().map(this::threshold).toList(),
				system.list("schedules").stream().map(this::schedule).toList(),
				system.list("recovery").stream().map(this::recovery).toList());
	}

	private Threshold threshold(Section section) {
		Limit warning = section.optional("warning", Limit::parse);
		Limit critical = section.optional("critical", Limit::parse);
		if (warning == null && critical == null) {
			this.findings.error(section.position(), "the threshold of '" + section.text("metric") + "' has no limit",
					"warning or critical");
		}
		if (warning != null && critical != null && opposed(warning, critical)) {
			this.findings.error(section.value("critical"), "critical begins before warning does",
					"a limit that is worse than '" + warning + "'");
		}
		return new Threshold(section.text("metric"), section.text("unit"), warning, critical,
				section.optional("for", Units::duration), origin(section));
	}

	/** A value that is critical must be bad enough for a warning too. */
	private static boolean opposed(Limit warning, Limit critical) {
		boolean upwards = warning.toString().startsWith(">");
		int order = critical.value().compareTo(warning.value());
		return upwards != critical.toString().startsWith(">") || (upwards ? order < 0 : order > 0);
	}

	private Schedule schedule(Section section) {
		ZoneId zone = orFinding(section, "zone", ZoneId::of, "a time zone such as UTC or Europe/Berlin");
		Integer week = section.node().has("week") ? section.number("week") : null;
		return new Schedule(section.text("task"), Units.period(section.text("every")),
				section.optional("day", (day) -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))), week,
				section.optional("at", LocalTime::parse), zone,
				orFinding(section, "takes", Units::span, "the shorter time first"), origin(section));
	}

	private RecoveryTarget recovery(Section section) {
		return new RecoveryTarget(section.text("component"),
				orFinding(section, "time", Units::span, "the shorter time first"),
				section.optional("point", Units::duration), section.optionalText("note"), origin(section));
	}

	private static @Nullable Origin origin(Section section) {
		return section.optional("origin", Origin::parse);
	}

	private <T> @Nullable T orFinding(Section section, String key, Function<String, T> reader, String expected) {
		try {
			return section.optional(key, reader);
		}
		catch (DateTimeException | IllegalArgumentException unreadable) {
			this.findings.error(section.value(key), "'" + section.text(key) + "' does not fit", expected);
			return null;
		}
	}

}

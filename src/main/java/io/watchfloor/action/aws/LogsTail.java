package io.watchfloor.action.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.model.Moment;
import io.watchfloor.kernel.Risk;

/**
 * Reads the last events of a log group. Following means looking again.
 *
 * @param group the log group
 * @param since {@code 10m}, {@code 1h}, {@code 2d}, or a time
 * @param filter CloudWatch's filter pattern; empty for every event
 * @param prefix of the log streams; empty for all
 * @param format {@code detailed}, {@code short} or {@code json}
 * @param region where to; empty for the target's own
 */
public record LogsTail(String group, String since, String filter, String prefix, String format,
		String region) implements Calling {

	private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhdw])");

	private static final Map<String, Duration> UNITS = Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1),
			"h", Duration.ofHours(1), "d", Duration.ofDays(1), "w", Duration.ofDays(7));

	public LogsTail {
		if (!AGO.matcher(since).matches() && Moment.parse(since).isEmpty()) {
			throw new IllegalArgumentException("--since must be such as 10m, 1h or a time, not '" + since + "'");
		}
		if (!format.matches("detailed|short|json")) {
			throw new IllegalArgumentException("--format must be detailed, short or json, not '" + format + "'");
		}
	}

	/** When the events start. */
	Instant from(Instant now) {
		Matcher ago = AGO.matcher(this.since);
		if (ago.matches()) {
			return now
				.minus(UNITS.getOrDefault(ago.group(2), Duration.ZERO).multipliedBy(Long.parseLong(ago.group(1))));
		}
		return Moment.parse(this.since).orElseThrow().resolve(now);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Last log events of " + this.group;
	}

	@Override
	public String commandLine() {
		return new CallText("logs", "tail").word(this.group)
			.option("since", this.since)
			.option("filter-pattern", this.filter)
			.option("log-stream-name-prefix", this.prefix)
			.option("format", this.format)
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		return List.of(new AwsCall("logs", "filter-log-events", Map.of("logGroupName", this.group), this.region));
	}

}

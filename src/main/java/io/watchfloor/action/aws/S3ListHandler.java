package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/**
 * Writes the lines that {@code aws s3 ls} writes, times in UTC; the value is how many
 * objects there are.
 */
@Component
class S3ListHandler extends SessionRead<S3List, AwsSession> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB");

	S3ListHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<S3List> type() {
		return new ActionType<>("aws.s3-list", S3List.class, AwsTargets.KIND);
	}

	@Override
	protected Reading read(S3List action, AwsSession session, Instant at) {
		String source = action.commandLine() + " in " + session.region(action.region());
		if (action.place().bucket().isEmpty()) {
			List<?> buckets = rows(PagedAnswer.of(session, call("list-buckets", Map.of(), action)), "Buckets");
			List<String> lines = buckets.stream()
				.map((bucket) -> time(Trees.text((Map<?, ?>) bucket, "CreationDate")) + " "
						+ Trees.text((Map<?, ?>) bucket, "Name"))
				.toList();
			return new Reading(true, lines.size() + " buckets", (double) lines.size(), "buckets", null,
					String.join("\n", lines), source, at);
		}
		return objects(action, PagedAnswer.of(session, call("list-objects-v2", parameters(action), action)), source,
				at);
	}

	private static AwsRead call(String operation, Map<String, Object> parameters, S3List action) {
		return new AwsRead("s3api", operation, parameters, action.region(), "", "json", -1, true);
	}

	private static Map<String, Object> parameters(S3List action) {
		Map<String, Object> parameters = new TreeMap<>(
				Map.of("Bucket", action.place().bucket(), "Prefix", action.place().key()));
		if (!action.recursive()) {
			parameters.put("Delimiter", "/");
		}
		return parameters;
	}

	private static List<?> rows(PagedAnswer answer, String name) {
		return (answer.tree().get(name) instanceof List<?> rows) ? rows : List.of();
	}

	private static Reading objects(S3List action, PagedAnswer answer, String source, Instant at) {
		List<String> lines = new ArrayList<>();
		int folder = action.place().key().lastIndexOf('/') + 1;
		int from = action.recursive() ? 0 : folder;
		rows(answer, "CommonPrefixes").forEach((prefix) -> lines
			.add(" ".repeat(27) + "PRE " + Trees.text((Map<?, ?>) prefix, "Prefix").substring(folder)));
		long bytes = 0;
		List<?> objects = rows(answer, "Contents");
		for (Object each : objects) {
			Map<?, ?> object = (Map<?, ?>) each;
			long size = Trees.number(object, "Size");
			bytes += size;
			lines.add(time(Trees.text(object, "LastModified")) + " " + "%10s".formatted(size(size, action.human()))
					+ " " + Trees.text(object, "Key").substring(from));
		}
		if (action.summary()) {
			lines.addAll(
					List.of("", "Total Objects: " + objects.size(), "   Total Size: " + size(bytes, action.human())));
		}
		String summary = objects.size() + " objects, " + size(bytes, true)
				+ (answer.cut() ? ", and there are more" : "");
		return new Reading(true, summary, (double) objects.size(), "objects", null, String.join("\n", lines), source,
				at);
	}

	private static String time(String iso) {
		return TIME.format(OffsetDateTime.parse(iso));
	}

	private static String size(long bytes, boolean human) {
		if (!human) {
			return Long.toString(bytes);
		}
		if (bytes < 1024) {
			return bytes + " Bytes";
		}
		double size = bytes;
		int unit = -1;
		while (size >= 1024 && unit < UNITS.size() - 1) {
			size /= 1024;
			unit++;
		}
		return String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
	}

}

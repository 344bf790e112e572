package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.watchfloor.action.Plan;
import io.watchfloor.action.aws.line.JsonText;
import org.jspecify.annotations.Nullable;

/** Compares what a request sets with what is there. */
final class FieldChanges {

	private final AwsChange action;

	private final CurrentState state;

	FieldChanges(AwsChange action, CurrentState state) {
		this.action = action;
		this.state = state;
	}

	/** Now and after, for what stands in both under the same name and differs. */
	List<Plan.Change> list() {
		List<Plan.Change> changes = new ArrayList<>();
		Map<String, Object> hidden = Secrecy.hide(this.action.service(), this.action.parameters());
		hidden.forEach((name, after) -> this.state.field(name).ifPresent((now) -> {
			if (pending(name, after)) {
				return;
			}
			if (now instanceof Map<?, ?> was && after instanceof Map<?, ?> will) {
				will.forEach((key, value) -> add(changes, name + "." + key, was.get(key), value));
			}
			else {
				add(changes, name, now, after);
			}
		}));
		return changes;
	}

	/** RDS and ElastiCache keep what waits for the maintenance window apart. */
	private boolean pending(String name, Object after) {
		return this.state.field("PendingModifiedValues").orElse(null) instanceof Map<?, ?> pending
				&& pending.containsKey(name) && same(pending.get(name), after);
	}

	private static void add(List<Plan.Change> changes, String name, @Nullable Object now, @Nullable Object after) {
		if (!same(now, after)) {
			changes.add(new Plan.Change(name, text(now), text(after)));
		}
	}

	/**
	 * Names stand for their whole ARN: {@code cs-mcp:12}, or without the revision for the
	 * last one.
	 */
	private static boolean same(@Nullable Object now, @Nullable Object after) {
		String is = String.valueOf(text(now));
		String will = String.valueOf(text(after));
		return is.equals(will) || is.endsWith("/" + will) || is.endsWith(":" + will)
				|| (is.startsWith("arn:") && is.matches(".*/" + Pattern.quote(will) + ":[0-9]+"));
	}

	private static @Nullable String text(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Map<?, ?> map -> JsonText.write(map);
			case List<?> list -> JsonText.write(list);
			case Object scalar -> scalar.toString();
		};
	}

	/** Whether everything that the request sets is so now. */
	boolean none() {
		return list().isEmpty();
	}

	/**
	 * The call that puts the old values back; empty where it cannot be known to be exact.
	 */
	Optional<AwsChange> undo(Twin twin) {
		Optional<String> opposite = Twin.opposite(this.action.service(), this.action.operation());
		if (opposite.isPresent()) {
			return Optional.of(with(opposite.get(), this.action.parameters()));
		}
		if (twin.undo().isEmpty() || !this.state.there()) {
			return Optional.empty();
		}
		Map<String, Object> back = new TreeMap<>(this.action.parameters());
		for (Plan.Change change : list()) {
			String name = change.property().replaceFirst("\\..*", "");
			Object now = this.state.field(name).orElse(null);
			if (!twin.undo().contains(name) || now == null) {
				return Optional.empty();
			}
			back.put(name, (now instanceof Map<?, ?> was && this.action.parameters().get(name) instanceof Map<?, ?> set)
					? only(was, set) : now);
		}
		return back.equals(this.action.parameters()) ? Optional.empty()
				: Optional.of(with(this.action.operation(), back));
	}

	private AwsChange with(String operation, Map<String, Object> parameters) {
		return new AwsChange(this.action.service(), operation, parameters, this.action.region(), "",
				this.action.output());
	}

	/** Of a map only the keys that the request sets. */
	private static Map<String, Object> only(Map<?, ?> was, Map<?, ?> set) {
		Map<String, Object> kept = new TreeMap<>();
		set.keySet().forEach((key) -> {
			Object value = was.get(key);
			if (value != null) {
				kept.put(key.toString(), value);
			}
		});
		return kept;
	}

}

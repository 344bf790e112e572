package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.aws.model.Paging;
import org.jspecify.annotations.Nullable;

/**
 * Asks for page after page and puts together what belongs together, as the {@code aws}
 * command does: what is declared as the result is joined, what is told once comes from
 * the first page, and nothing else is in the answer.
 */
final class Pages {

	static final int MOST = 25;

	private final AwsSession session;

	private final AwsRead action;

	private final Paging paging;

	private final Map<String, Object> whole = new LinkedHashMap<>();

	private boolean cut;

	Pages(AwsSession session, AwsRead action, Paging paging) {
		this.session = session;
		this.action = action;
		this.paging = paging;
	}

	/** The whole answer; whether it is whole tells {@link #cut}. */
	Map<String, Object> read() {
		Map<String, Object> parameters = new LinkedHashMap<>(this.action.parameters());
		for (int page = 0; page < MOST; page++) {
			Map<String, Object> answer = this.session.call(this.action.service(), this.action.operation(), parameters,
					this.action.region());
			add(answer, page == 0);
			if (!next(answer, parameters) || full()) {
				return this.whole;
			}
		}
		this.cut = true;
		return this.whole;
	}

	/** Whether there is more than was read. */
	boolean cut() {
		return this.cut;
	}

	private void add(Map<String, Object> answer, boolean first) {
		if (first) {
			this.paging.once().forEach((path) -> put(path, Query.find(path, answer)));
		}
		this.paging.result().forEach((path) -> {
			Object found = Query.find(path, answer);
			put(path, joined(Query.find(path, this.whole), found));
		});
	}

	private static @Nullable Object joined(@Nullable Object before, @Nullable Object found) {
		if (before == null || found == null) {
			return (found != null) ? found : before;
		}
		return switch (before) {
			case List<?> list when found instanceof List<?> more -> {
				List<Object> all = new ArrayList<>(list);
				all.addAll(more);
				yield all;
			}
			case Integer number when found instanceof Integer more -> number + more;
			case Number number when found instanceof Number more -> number.doubleValue() + more.doubleValue();
			case String text when found instanceof String more -> text + more;
			default -> found;
		};
	}

	/** Sets what a dotted path names. */
	private void put(String path, @Nullable Object value) {
		if (value == null) {
			return;
		}
		Map<String, Object> at = this.whole;
		List<String> names = List.of(path.split("\\.", -1));
		for (String name : names.subList(0, names.size() - 1)) {
			@SuppressWarnings("unchecked") // only this method puts structures there
			Map<String, Object> below = (Map<String, Object>) at.computeIfAbsent(name,
					(_) -> new LinkedHashMap<String, Object>());
			at = below;
		}
		at.put(names.getLast(), value);
	}

	/** Sets the parameters for the next page; false after the last. */
	private boolean next(Map<String, Object> answer, Map<String, Object> parameters) {
		boolean more = this.paging.more().isEmpty() || Boolean.TRUE.equals(Query.find(this.paging.more(), answer));
		boolean any = false;
		for (int i = 0; more && i < this.paging.input().size(); i++) {
			Object token = Query.find(this.paging.output().get(i), answer);
			boolean there = token != null && !"".equals(token)
					&& !token.equals(parameters.get(this.paging.input().get(i)));
			any |= there;
			if (there && token != null) {
				parameters.put(this.paging.input().get(i), token);
			}
			else {
				parameters.remove(this.paging.input().get(i));
			}
		}
		return any;
	}

	/** Cuts the first list at the number of items that were asked for. */
	private boolean full() {
		if (this.action.maxItems() < 0
				|| !(Query.find(this.paging.result().getFirst(), this.whole) instanceof List<?> list)) {
			return false;
		}
		return list.size() >= this.action.maxItems();
	}

	/** What was asked for of what was read. */
	void trim() {
		String path = this.paging.result().getFirst();
		if (this.action.maxItems() >= 0 && Query.find(path, this.whole) instanceof List<?> list
				&& list.size() > this.action.maxItems()) {
			put(path, List.copyOf(list.subList(0, this.action.maxItems())));
		}
	}

}

package io.watchfloor.runbook.input;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out of a text lately: one reading of a document looks at the same block
 * several times, and after an edit most blocks are the same.
 *
 * @param <V> what is worked out
 */
public final class Recent<V> {

	private static final int MOST = 5_000;

	private static final int LONGEST = 20_000;

	private final Map<String, V> known = new ConcurrentHashMap<>();

	private final Function<String, V> work;

	/** Remembers what a function makes of texts. */
	public Recent(Function<String, V> work) {
		this.work = work;
	}

	/** What the function makes of a text. */
	public V of(String text) {
		if (text.length() > LONGEST) {
			return this.work.apply(text);
		}
		V before = this.known.get(text);
		if (before != null) {
			return before;
		}
		if (this.known.size() > MOST) {
			this.known.clear();
		}
		V now = this.work.apply(text);
		this.known.put(text, now);
		return now;
	}

}

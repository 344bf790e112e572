package io.watchfloor.catalog.secret;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Everything that known secrets can look like. */
final class KnownForms {

	static final KnownForms NONE = new KnownForms(List.of(), List.of());

	private final Finder spellings;

	private final Finder cores;

	/**
	 * Takes what is searched for.
	 * @param spellings of the values
	 * @param cores of their base64 spellings
	 */
	KnownForms(Collection<String> spellings, Collection<String> cores) {
		this.spellings = new Finder(spellings);
		this.cores = new Finder(cores);
	}

	/** So many characters may belong to one secret. */
	int longest() {
		return Math.max(this.spellings.longest(), this.cores.longest());
	}

	/**
	 * Where secrets stand. A base64 word goes as a whole, up to the seams.
	 * @param seams where lines meet that stand one behind another; ascending, first and
	 * last index included
	 */
	Places find(String text, int[] seams) {
		Places places = new Places();
		this.spellings.find(text, places::add);
		this.cores.find(text, (start, end) -> places.add(Base64Spelling.start(text, start, seamBefore(seams, start)),
				Base64Spelling.end(text, end, seamBehind(seams, end))));
		return places;
	}

	private static int seamBefore(int[] seams, int index) {
		int place = Arrays.binarySearch(seams, index);
		return seams[(place >= 0) ? place : -place - 2];
	}

	private static int seamBehind(int[] seams, int index) {
		int place = Arrays.binarySearch(seams, index);
		return seams[(place >= 0) ? place : -place - 1];
	}

	/** Whether a known text can begin here. */
	boolean mayBegin(String text, int start) {
		return this.spellings.mayBegin(text, start) || this.cores.mayBegin(text, start);
	}

	/** The shortest known text that begins so and goes on; null when there is none. */
	@Nullable String continuing(String beginning) {
		String spelling = this.spellings.continuing(beginning);
		String core = this.cores.continuing(beginning);
		if (spelling == null || core == null) {
			return (spelling != null) ? spelling : core;
		}
		return (spelling.length() <= core.length()) ? spelling : core;
	}

}

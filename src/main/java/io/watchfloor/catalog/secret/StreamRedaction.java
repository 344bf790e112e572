package io.watchfloor.catalog.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.watchfloor.catalog.LineRedaction;

/**
 * Reads the lines of a stream as if they stood one behind another, so that a secret that
 * was broken in two, or wrapped, is found. What stood before is remembered as far as a
 * secret can reach.
 */
final class StreamRedaction implements LineRedaction {

	/** A secret of more characters is looked for line by line. */
	private static final int FARTHEST = 4_096;

	/** A good part of a secret has so many characters at least, and half of it. */
	private static final int TELLING = 4;

	private final Supplier<KnownForms> known;

	private final String mark;

	private List<String> held = List.of();

	private String before = "";

	StreamRedaction(Supplier<KnownForms> known, String mark) {
		this.known = known;
		this.mark = mark;
	}

	@Override
	public List<String> next(List<String> lines) {
		if (this.held.isEmpty()) {
			return redact(lines, true);
		}
		List<String> all = new ArrayList<>(this.held);
		all.addAll(lines);
		return redact(all, true);
	}

	@Override
	public List<String> rest() {
		return redact(this.held, false);
	}

	private List<String> redact(List<String> lines, boolean more) {
		if (lines.isEmpty()) {
			return List.of();
		}
		KnownForms forms = this.known.get();
		int reach = Math.min(forms.longest(), FARTHEST);
		StringBuilder joined = new StringBuilder(this.before);
		int[] seams = new int[lines.size() + 2];
		seams[1] = joined.length();
		for (int line = 0; line < lines.size(); line++) {
			seams[line + 2] = joined.append(lines.get(line)).length();
		}
		String text = joined.toString();
		Places places = forms.find(text, seams);
		int begins = beginning(forms, text, reach);
		int ready = lines.size();
		if (more) {
			while (ready > 0 && seams[ready + 1] > begins) {
				ready--;
			}
		}
		else if (telling(forms, text, begins)) {
			places.add(begins, text.length());
		}
		List<String> out = new ArrayList<>(ready);
		for (int line = 0; line < ready; line++) {
			out.add(shown(lines.get(line), text, seams[line + 1], seams[line + 2], places));
		}
		this.held = List.copyOf(lines.subList(ready, lines.size()));
		int end = seams[ready + 1];
		this.before = text.substring(Math.max(0, end - reach), end);
		return out;
	}

	private String shown(String line, String text, int start, int end, Places places) {
		String hidden = places.any(start, end) ? places.apply(text, start, end, this.mark) : line;
		return SecretShapes.hide(hidden, this.mark);
	}

	/** Where the first secret that the text's end may be part of begins. */
	private static int beginning(KnownForms forms, String text, int reach) {
		for (int start = Math.max(0, text.length() - reach + 1); start < text.length(); start++) {
			if (forms.mayBegin(text, start) && forms.continuing(text.substring(start)) != null) {
				return start;
			}
		}
		return text.length();
	}

	private static boolean telling(KnownForms forms, String text, int begins) {
		int length = text.length() - begins;
		String whole = (length >= TELLING) ? forms.continuing(text.substring(begins)) : null;
		return whole != null && length * 2 >= whole.length();
	}

}

package io.watchfloor.action.redis;

import java.util.List;
import java.util.stream.Collectors;

/** The words of a command as the server gets them. */
final class Words {

	private static final int MOST = 1_000;

	private Words() {
	}

	/** The entry of a command with as many words as it takes. */
	static CommandTable.Entry entry(List<KeyText> words) {
		if (words.isEmpty() || words.size() > MOST) {
			throw new IllegalArgumentException("a command has between one and " + MOST + " words");
		}
		List<String> spelt = spelt(words);
		CommandTable.Entry entry = CommandTable.find(spelt)
			.orElseThrow(() -> new IllegalArgumentException("Redis knows no command " + spelt.getFirst()));
		if (!entry.fits(words.size())) {
			throw new IllegalArgumentException("the command " + entry.name().replace('|', ' ')
					+ " takes another number of words, and Redis would refuse it");
		}
		return entry;
	}

	static List<String> spelt(List<KeyText> words) {
		return words.stream().map(KeyText::spelling).toList();
	}

	/** For titles and sources. */
	static String line(List<KeyText> words) {
		return words.stream().map(KeyText::shell).collect(Collectors.joining(" "));
	}

}

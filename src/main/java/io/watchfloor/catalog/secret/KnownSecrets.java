package io.watchfloor.catalog.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.watchfloor.audit.Redaction;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Resolves secrets and remembers every value it gave out, so that none is stored or shown
 * later. A value that was replaced by a new one stays remembered: old output holds it.
 */
@Component
class KnownSecrets implements Secrets, Redaction {

	private static final Logger logger = LoggerFactory.getLogger(KnownSecrets.class);

	private static final String MARK = "[hidden]";

	/** Hiding shorter ones wherever they occur would blacken ordinary words. */
	private static final int SHORTEST = 4;

	/** Lines of a key file that can be recognised on their own. */
	private static final int SHORTEST_LINE = 8;

	private final SecretStores stores;

	private final Set<String> values = new HashSet<>();

	private volatile Forms forms = new Forms(List.of(), List.of());

	@Autowired
	KnownSecrets() {
		this(new SecretStores(System::getenv));
	}

	KnownSecrets(SecretStores stores) {
		this.stores = stores;
	}

	@Override
	public String resolve(SecretReference reference) {
		String value = this.stores.read(reference);
		remember(value, reference);
		return value;
	}

	@Override
	public String redact(String text) {
		Forms known = this.forms;
		String hidden = text;
		for (String spelling : known.spellings()) {
			hidden = hidden.replace(spelling, MARK);
		}
		for (String core : known.cores()) {
			hidden = Base64Spelling.hide(hidden, core, MARK);
		}
		return SecretShapes.hide(hidden, MARK);
	}

	private synchronized void remember(String value, SecretReference reference) {
		if (!this.values.add(value)) {
			return;
		}
		if (value.length() < SHORTEST) {
			logger.warn("The secret {} has fewer than {} characters: it is hidden where a password is expected, "
					+ "not everywhere. Choose a longer one.", reference, SHORTEST);
			return;
		}
		List<String> spellings = new ArrayList<>(this.forms.spellings());
		List<String> cores = new ArrayList<>(this.forms.cores());
		for (String part : parts(value)) {
			spellings.addAll(Spellings.of(part));
			cores.addAll(Base64Spelling.cores(part));
		}
		this.forms = new Forms(longestFirst(spellings), longestFirst(cores));
	}

	/** The value, and the lines of a value of several. */
	private static List<String> parts(String value) {
		List<String> parts = new ArrayList<>(List.of(value));
		value.lines().map(String::strip).filter((line) -> line.length() >= SHORTEST_LINE).forEach(parts::add);
		return parts;
	}

	private static List<String> longestFirst(List<String> texts) {
		return texts.stream().distinct().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	/**
	 * What is searched for.
	 *
	 * @param spellings of the values, the longest first
	 * @param cores of their base64 spellings, the longest first
	 */
	private record Forms(List<String> spellings, List<String> cores) {
	}

}

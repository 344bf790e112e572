package io.watchfloor.catalog.secret;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.watchfloor.audit.Redaction;
import io.watchfloor.catalog.LineRedaction;
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
	private static final int SHORTEST = Finder.SHORTEST;

	/** Lines of a key file that can be recognised on their own. */
	private static final int SHORTEST_LINE = 8;

	private final SecretStores stores;

	private final Set<String> values = new HashSet<>();

	private final Set<String> spellings = new HashSet<>();

	private final Set<String> cores = new HashSet<>();

	private volatile KnownForms forms = KnownForms.NONE;

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
		Places places = this.forms.find(text, new int[] { 0, text.length() });
		return SecretShapes.hide(places.isEmpty() ? text : places.apply(text, 0, text.length(), MARK), MARK);
	}

	@Override
	public LineRedaction lines() {
		return new StreamRedaction(() -> this.forms, MARK);
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
		for (String part : parts(value)) {
			this.spellings.addAll(Spellings.of(part));
			this.cores.addAll(Base64Spelling.cores(part));
		}
		this.forms = new KnownForms(this.spellings, this.cores);
	}

	/** The value; of one of several lines also these, and all of them without breaks. */
	private static List<String> parts(String value) {
		List<String> parts = new ArrayList<>(List.of(value));
		if (value.indexOf('\n') >= 0) {
			parts.add(value.replaceAll("\\R", ""));
		}
		value.lines().map(String::strip).filter((line) -> line.length() >= SHORTEST_LINE).forEach(parts::add);
		return parts;
	}

}

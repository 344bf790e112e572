package io.watchfloor.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What people attach to a run: outputs, files, screenshots. Secrets in text are hidden
 * before it is kept; the digest is of what is kept.
 */
@Service
public class Evidences {

	/** The largest thing that can be attached, in bytes. */
	public static final int LARGEST = 10_000_000;

	/** What a whole run can hold, in bytes. */
	public static final long LARGEST_RUN = 100_000_000;

	private final Authority authority;

	private final Permits permits;

	private final RunStore runs;

	private final EvidenceStore store;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	Evidences(Authority authority, Permits permits, RunStore runs, EvidenceStore store, StepLedger ledger,
			AuditTrail trail, Redaction redaction) {
		this.authority = authority;
		this.permits = permits;
		this.runs = runs;
		this.store = store;
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
	}

	/**
	 * Attaches what a stream brings, to a step or to the run as a whole.
	 * @throws Problem when it is empty or too large; nothing is kept then
	 */
	public Evidence attach(RunId id, @Nullable String stepKey, String name, InputStream content) {
		Actor actor = this.permits.operate(id);
		Run run = require(id);
		byte[] bytes = read(content);
		EvidenceType type = EvidenceType.of(bytes);
		byte[] kept = (type == EvidenceType.TEXT) ? hidden(bytes) : bytes;
		String key = (stepKey != null) ? run.step(stepKey).map(StepRun::key).orElse(null) : null;
		Evidence evidence = new Evidence(UUID.randomUUID(), id, key, EvidenceName.safe(name), type, kept.length,
				digest(kept), this.ledger.now(), actor);
		String text = "Attached " + evidence.name() + " (SHA-256 " + evidence.sha256() + ")";
		if (!this.store.add(evidence, kept, LARGEST_RUN,
				new TimelineEntry(evidence.at(), actor, Kind.EVIDENCE, key, text))) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"This run holds 100 MB of evidence already. Keep the rest elsewhere and note where.");
		}
		this.trail.record(actor, "evidence.attached", run, "SUCCEEDED", null,
				Map.of("name", evidence.name(), "type", type.name(), "bytes", Long.toString(evidence.size()), "sha256",
						evidence.sha256(), "step", (key != null) ? key : ""));
		this.ledger.changed(id);
		return evidence;
	}

	/** What was attached, oldest first. */
	public List<Evidence> of(RunId run) {
		this.authority.require(Permission.VIEW);
		return this.store.of(run);
	}

	/**
	 * The bytes of one.
	 * @throws Problem when it does not exist
	 */
	public InputStream open(UUID id) {
		this.authority.require(Permission.VIEW);
		return this.store.find(id)
			.map((evidence) -> this.store.open(evidence.id()))
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no evidence " + id + "."));
	}

	private static byte[] read(InputStream content) {
		try {
			byte[] bytes = content.readNBytes(LARGEST + 1);
			if (bytes.length == 0) {
				throw new Problem(Category.NOT_UNDERSTOOD, "It is empty. Attach something else.");
			}
			if (bytes.length > LARGEST) {
				throw new Problem(Category.REFUSED_BY_POLICY,
						"It is larger than 10 MB. Attach the part that matters, and note where the rest is.");
			}
			return bytes;
		}
		catch (IOException cutOff) {
			throw new UncheckedIOException(cutOff);
		}
	}

	private byte[] hidden(byte[] bytes) {
		return this.redaction.text(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java knows SHA-256", impossible);
		}
	}

	private Run require(RunId id) {
		return this.runs.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
	}

}

package io.watchfloor.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.db.DataFolder;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Signed checkpoints in {@code <data>/audit}, outside the database: who cuts the chain's
 * tail, restores an older database or rewrites the chain cannot change these with it.
 * Each node keeps its own, of the records it appended or verified.
 */
@Component
class Checkpoints implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Checkpoints.class);

	private final AuditSettings settings;

	private final Clock clock;

	private final CheckpointKeys keys;

	private final CheckpointFile file;

	private ChainHead newest = ChainHead.EMPTY;

	private ChainHead signed = ChainHead.EMPTY;

	private Instant signedAt;

	private volatile @Nullable String trouble;

	Checkpoints(DataFolder data, AuditSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.signedAt = clock.instant();
		Path folder = data.path().resolve("audit");
		try {
			Files.createDirectories(folder,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			this.keys = CheckpointKeys.open(folder);
			this.file = new CheckpointFile(folder);
		}
		catch (IOException failure) {
			throw new Problem(Problem.Category.UNREACHABLE, "The folder for audit checkpoints, " + folder
					+ ", cannot be used: " + failure.getMessage() + ". Make it writable and start again.", failure);
		}
	}

	/** Learns of a durable head, and signs it when enough records came since the last. */
	synchronized void reached(ChainHead head) {
		this.newest = head;
		if (head.sequence() - this.signed.sequence() >= this.settings.checkpointRecords()) {
			sign();
		}
	}

	/** Signs the newest head when enough time has passed since the last checkpoint. */
	synchronized void tick() {
		if (!this.clock.instant().isBefore(this.signedAt.plus(this.settings.checkpointInterval()))) {
			sign();
		}
	}

	/** All checkpoints, oldest first. */
	synchronized List<Checkpoint> all() throws IOException {
		return this.file.read();
	}

	boolean signed(Checkpoint checkpoint) {
		return this.keys.signed(checkpoint);
	}

	/** Why the last checkpoint could not be written. */
	Optional<String> trouble() {
		return Optional.ofNullable(this.trouble);
	}

	/** Signs what came since the last; the log is stopped by then. */
	@Override
	public synchronized void destroy() {
		sign();
	}

	private void sign() {
		if (this.newest.equals(this.signed) || this.newest.sequence() == 0) {
			return;
		}
		try {
			Instant now = this.clock.instant();
			this.file.append(this.keys.sign(this.newest, now));
			this.signed = this.newest;
			this.signedAt = now;
			this.trouble = null;
		}
		catch (IOException failure) {
			// The record itself is durable; the caller's work may go on
			logger.warn("No audit checkpoint could be written", failure);
			this.trouble = String.valueOf(failure.getMessage());
		}
	}

}

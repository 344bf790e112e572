package io.watchfloor.action.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.kernel.Problem;

/** What a transfer will do, and what forbids it. */
record TransferNotes(S3Transfer action, TransferFile file, AwsSession session) {

	static final String DIGEST = "sha256";

	static final String TAG = "etag";

	/** The service takes no more in one piece. */
	private static final long MOST = 5L << 30;

	PlanDraft upload(Optional<S3Object> object, PlanDraft draft) {
		if (object.isPresent()) {
			throw no("There is an object " + this.action.place() + " already (" + object.get().words()
					+ "). Nothing is overwritten; choose another name.");
		}
		TransferFile.Content content = this.file.content();
		if (content.size() > MOST) {
			throw no(this.file.path() + " has more than 5 GiB, which is sent in parts. Do it by hand.");
		}
		if (content.size() == 0) {
			draft.danger(this.file.path() + " is empty.");
		}
		return draft
			.call("PutObject " + this.action.place() + " (" + content.size() + " bytes of " + this.file.path()
					+ ", only if nothing is there) to s3 in " + this.session.region(this.action.region()))
			.change(this.action.place().toString(), null, content.size() + " bytes, SHA-256 " + content.sha256())
			.mark(DIGEST, content.sha256())
			.warn("Whoever may read the bucket may read it; it is encrypted as the bucket says.")
			.undo("Delete the object: " + new S3Remove(this.action.place(), false, this.action.region()).commandLine());
	}

	PlanDraft download(Optional<S3Object> object, PlanDraft draft) {
		S3Object found = object.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND, "There is no object "
				+ this.action.place() + " in " + this.session.region(this.action.region()) + "."));
		if (this.file.there()) {
			throw no("There is a file " + this.file.path() + " already. Nothing is overwritten; choose another name.");
		}
		room(found, draft);
		if (found.is(new TransferFile.Content(found.size(), "", "")).isEmpty()) {
			draft.warn("The service tells no digest of the content; that it arrived whole, a person must compare.");
		}
		return draft
			.call("GetObject " + this.action.place() + " (" + found.size() + " bytes, only with ETag " + found.tag()
					+ ") into " + this.file.part())
			.call("mv " + this.file.part() + " " + this.file.path())
			.change(this.file.path().toString(), null, found.words())
			.mark(TAG, found.tag())
			.undo("None, and none is needed: nothing changes in the bucket. The file a person removes.");
	}

	private void room(S3Object found, PlanDraft draft) {
		try {
			long free = Files.getFileStore(Objects.requireNonNull(this.file.path().getParent())).getUsableSpace();
			if (free < found.size()) {
				throw no("Only " + free + " bytes are free for " + found.size() + ".");
			}
			draft.effect(free + " bytes are free on the disk of " + this.file.path().getParent());
		}
		catch (IOException unreadable) {
			draft.warn("The free disk could not be read: " + unreadable.getMessage());
		}
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message);
	}

}

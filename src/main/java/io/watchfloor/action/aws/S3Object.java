package io.watchfloor.action.aws;

import java.util.Map;
import java.util.Optional;

/**
 * One object as the service tells it.
 *
 * @param tag its ETag without quotes
 * @param sha256 of its content, where it was sent from here; empty otherwise
 * @param kms whether a key of its own hides what the ETag would tell
 */
record S3Object(long size, String tag, String sha256, String modified, boolean kms) {

	/** Where the SHA-256 of the content stands. */
	static final String DIGEST = "sha256";

	/** Finds it; empty where there is none. */
	static Optional<S3Object> find(S3Place place, String region, AwsSession session) {
		boolean there = session
			.ask("s3api", "list-objects-v2", Map.of("Bucket", place.bucket(), "Prefix", place.key(), "MaxKeys", 1),
					region)
			.list("Contents")
			.stream()
			.anyMatch((each) -> each.text("Key").equals(place.key()));
		if (!there) {
			return Optional.empty();
		}
		Told told = session.ask("s3api", "head-object", Map.of("Bucket", place.bucket(), "Key", place.key()), region);
		return Optional.of(new S3Object(told.number("ContentLength"), told.text("ETag").replace("\"", ""),
				told.at("Metadata").text(DIGEST), told.text("LastModified"),
				told.text("ServerSideEncryption").contains("kms")));
	}

	/** Whether a content is the object's; empty where nothing tells. */
	Optional<Boolean> is(TransferFile.Content content) {
		if (this.size != content.size()) {
			return Optional.of(false);
		}
		boolean plain = !this.kms && this.tag.matches("[0-9a-f]{32}");
		return plain ? Optional.of(this.tag.equals(content.md5()))
				: this.sha256.isEmpty() ? Optional.empty() : Optional.of(this.sha256.equals(content.sha256()));
	}

	String words() {
		return this.size + " bytes of " + this.modified + ", ETag " + this.tag;
	}

}

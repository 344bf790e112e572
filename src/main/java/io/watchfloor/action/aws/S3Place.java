package io.watchfloor.action.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket, and what the names of the objects in it start with.
 *
 * @param bucket empty for all buckets
 * @param key an object or a prefix; empty for the whole bucket
 */
public record S3Place(String bucket, String key) {

	private static final Pattern URI = Pattern.compile("(?:s3://)?([A-Za-z0-9][A-Za-z0-9._-]{0,62})(?:/(.*))?",
			Pattern.DOTALL);

	/** Reads {@code s3://bucket/key}; empty for all buckets. */
	static S3Place of(String text) {
		if (text.isEmpty() || text.equals("s3://")) {
			return new S3Place("", "");
		}
		Matcher uri = URI.matcher(text);
		if (!uri.matches()) {
			throw new IllegalArgumentException("'" + text + "' is no s3://bucket/key");
		}
		return new S3Place(uri.group(1), (uri.group(2) != null) ? uri.group(2) : "");
	}

	@Override
	public String toString() {
		return this.bucket.isEmpty() ? "" : "s3://" + this.bucket + "/" + this.key;
	}

}

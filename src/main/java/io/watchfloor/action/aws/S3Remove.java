package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Risk;

/**
 * Deletes one object, or all whose names start with something.
 *
 * @param place the object, or what the names start with
 * @param recursive whether all that start so are meant
 * @param region where to; empty for the target's own
 */
public record S3Remove(S3Place place, boolean recursive, String region) implements Calling {

	public S3Remove {
		if (place.bucket().isEmpty()) {
			throw new IllegalArgumentException("a bucket must be named");
		}
		if (!recursive && place.key().isEmpty()) {
			throw new IllegalArgumentException("an object must be named");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return this.recursive ? "Delete everything under " + this.place : "Delete " + this.place;
	}

	@Override
	public String commandLine() {
		return new CallText("s3", "rm").word(this.place.toString())
			.flag("recursive", this.recursive)
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		return List.of(new AwsCall("s3api", "list-objects-v2", Map.of("Bucket", this.place.bucket()), this.region),
				new AwsCall("s3api", "delete-objects",
						Map.of("Bucket", this.place.bucket(), "Key", this.place.key() + (this.recursive ? "*" : "")),
						this.region));
	}

}

package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Risk;

/**
 * Lists buckets or objects, as {@code aws s3 ls} does.
 *
 * @param place where; nothing for all buckets
 * @param recursive whether folders are gone into
 * @param human whether sizes are written with units
 * @param summary whether number and size are summed up
 * @param region where to; empty for the target's own
 */
public record S3List(S3Place place, boolean recursive, boolean human, boolean summary,
		String region) implements Calling {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return this.place.bucket().isEmpty() ? "List buckets" : "List " + this.place;
	}

	@Override
	public String commandLine() {
		return new CallText("s3", "ls").word(this.place.toString())
			.flag("recursive", this.recursive)
			.flag("human-readable", this.human)
			.flag("summarize", this.summary)
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		return List.of(this.place.bucket().isEmpty() ? new AwsCall("s3api", "list-buckets", Map.of(), this.region)
				: new AwsCall("s3api", "list-objects-v2", Map.of("Bucket", this.place.bucket()), this.region));
	}

}

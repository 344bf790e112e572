package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.kernel.Risk;

/**
 * Copies one file of the target's folder into a bucket, or one object into that folder;
 * never over what is there.
 *
 * @param way in which direction
 * @param file in the target's folder of files, or its whole path there
 * @param place the object
 * @param region where to; empty for the target's own
 */
public record S3Transfer(Way way, String file, S3Place place, String region) implements Calling {

	private static final Pattern FILE = Pattern
		.compile("/?[A-Za-z0-9_][A-Za-z0-9._@+=-]{0,200}(/[A-Za-z0-9_][A-Za-z0-9._@+=-]{0,200}){0,8}");

	private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

	private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}]{0,1000}[^\\p{Cntrl}/]");

	/** In which direction. */
	public enum Way {

		/** Into the bucket. */
		UPLOAD,
		/** Out of it. */
		DOWNLOAD

	}

	public S3Transfer {
		if (!FILE.matcher(file).matches() || file.contains("..")) {
			throw new IllegalArgumentException("'" + file + "' is no plain name of a file in the folder of files");
		}
		if (!BUCKET.matcher(place.bucket()).matches() || !KEY.matcher(place.key()).matches()) {
			throw new IllegalArgumentException("'" + place + "' names no single object");
		}
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return (this.way == Way.UPLOAD) ? "Upload " + this.file + " to " + this.place
				: "Download " + this.place + " to " + this.file;
	}

	@Override
	public String commandLine() {
		boolean up = this.way == Way.UPLOAD;
		return new CallText("s3", "cp").word(up ? this.file : this.place.toString())
			.word(up ? this.place.toString() : this.file)
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		Map<String, Object> object = Map.of("Bucket", this.place.bucket(), "Key", this.place.key());
		List<AwsCall> looks = List.of(
				new AwsCall("s3api", "list-objects-v2", Map.of("Bucket", this.place.bucket()), this.region),
				new AwsCall("s3api", "head-object", object, this.region));
		return Stream.concat(looks.stream(), switch (this.way) {
			case UPLOAD -> Stream.of(new AwsCall("s3api", "put-object", object, this.region),
					new AwsCall("s3api", "delete-objects", object, this.region));
			case DOWNLOAD -> Stream.of(new AwsCall("s3api", "get-object", object, this.region));
		}).toList();
	}

}

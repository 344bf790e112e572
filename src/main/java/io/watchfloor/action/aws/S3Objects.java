package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;

/** The objects that a removal is about, by name with their ETag; and their bytes. */
record S3Objects(SortedMap<String, String> tags, long bytes) {

	static S3Objects of(S3Remove action, AwsSession session) {
		AwsRead call = new AwsRead("s3api", "list-objects-v2",
				Map.of("Bucket", action.place().bucket(), "Prefix", action.place().key()), action.region(), "", "json",
				-1, true);
		PagedAnswer answer = PagedAnswer.of(session, call);
		if (answer.cut()) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "There are more than 25,000 objects under "
					+ action.place() + ", too many to show what goes. Remove a smaller part.");
		}
		SortedMap<String, String> tags = new TreeMap<>();
		long bytes = 0;
		for (Object each : (answer.tree().get("Contents") instanceof List<?> rows) ? rows : List.of()) {
			Map<?, ?> object = (Map<?, ?>) each;
			String key = Trees.text(object, "Key");
			if (action.recursive() || key.equals(action.place().key())) {
				tags.put(key, Trees.text(object, "ETag"));
				bytes += Trees.number(object, "Size");
			}
		}
		return new S3Objects(tags, bytes);
	}

	SortedMap<String, String> markers() {
		return new TreeMap<>(Map.of("objects", Integer.toString(this.tags.size()), "digest",
				CanonicalJson.fingerprint(new TreeMap<String, Object>(this.tags))));
	}

}

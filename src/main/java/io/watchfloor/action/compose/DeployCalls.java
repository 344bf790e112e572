package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requests that give the files' name to a version, from what the plan recorded.
 *
 * @param name of the image in the files
 * @param version that gets the name
 * @param before id of the image that runs now, or else has the name; empty for none
 * @param fetch whether the version must be fetched first
 */
record DeployCalls(String name, String version, String before, boolean fetch) {

	static DeployCalls of(Map<String, String> markers) {
		return new DeployCalls(markers.getOrDefault("name", ""), markers.getOrDefault("version", ""),
				markers.getOrDefault("before", ""), "fetched".equals(markers.get("way")));
	}

	SortedMap<String, String> markers() {
		return new TreeMap<>(Map.of("name", this.name, "version", this.version, "before", this.before, "way",
				this.fetch ? "fetched" : "here"));
	}

	/** The version before keeps a name of its own, so that no cleaning takes it. */
	String keptAs() {
		return ImageName.of(this.name).repository() + ":before-"
				+ this.before.replaceFirst("^sha256:", "").substring(0, 12);
	}

	List<EngineCall> list() {
		List<EngineCall> calls = new ArrayList<>();
		if (this.fetch) {
			ImageName version = ImageName.of(this.version);
			calls.add(EngineCall.pull(
					"/images/create" + Engine.query(Map.of("fromImage", version.repository(), "tag", version.tag()))));
		}
		if (!this.before.isEmpty()) {
			calls.add(tag(this.before, keptAs()));
		}
		calls.add(tag(this.version, this.name));
		return calls;
	}

	private static EngineCall tag(String image, String as) {
		ImageName name = ImageName.of(as);
		return EngineCall.post("/images/" + Engine.part(image) + "/tag"
				+ Engine.query(Map.of("repo", name.repository(), "tag", name.tag())));
	}

}

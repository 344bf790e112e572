package io.watchfloor.action.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * One revision of a release, as Helm 3 keeps it: JSON, compressed, in a secret.
 *
 * @param content of the release; charts and manifests in it are not looked at
 */
record HelmRelease(String namespace, JsonNode content) {

	private static final int MOST_BYTES = 32 * 1024 * 1024;

	/** All revisions that a selector finds, the newest last. */
	static List<HelmRelease> all(Cluster cluster, String namespace, String selector) {
		List<HelmRelease> releases = new ArrayList<>();
		Map<String, String> query = Map.of("labelSelector", selector);
		for (JsonNode secret : Json.list(cluster.list("secrets", namespace, query).path("items"))) {
			if (Json.text(secret, "type").equals("helm.sh/release.v1")) {
				releases.add(new HelmRelease(Pods.namespace(secret), open(Json.text(secret, "data", "release"))));
			}
		}
		releases.sort(Comparator.comparing(HelmRelease::name).thenComparing(HelmRelease::revision));
		return releases;
	}

	/** Base 64 by the API server, around base 64 by Helm, around gzip, around JSON. */
	private static JsonNode open(String data) {
		byte[] packed = Base64.getDecoder()
			.decode(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8).strip());
		try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
			return Json.read(new String(unpacked.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
		}
		catch (IOException broken) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"A release cannot be unpacked: " + broken.getMessage() + ". Look at it with helm itself.", broken);
		}
	}

	String name() {
		return Json.text(this.content, "name");
	}

	long revision() {
		return Json.number(0, this.content, "version");
	}

	String status() {
		return Json.text(this.content, "info", "status");
	}

	String chart() {
		JsonNode metadata = this.content.path("chart").path("metadata");
		return Json.text(metadata, "name") + "-" + Json.text(metadata, "version");
	}

	String appVersion() {
		return Json.text(this.content, "chart", "metadata", "appVersion");
	}

	String updated() {
		return Json.text(this.content, "info", "last_deployed");
	}

	String description() {
		return Json.text(this.content, "info", "description");
	}

}

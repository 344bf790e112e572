package io.watchfloor.action.compose;

import java.util.Optional;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * An image that can no longer become another one.
 *
 * @param reference by digest, or by id where it never had a digest
 * @param id on the engine; empty while it is not there
 * @param asked whether the registry said which digest the name means now
 */
record ImageVersion(String reference, String id, boolean asked) {

	/**
	 * Finds out what a name means now.
	 * @throws Problem when neither the engine nor the registry knows it
	 */
	static ImageVersion resolve(String name, Engine engine) {
		if (name.startsWith("sha256:") || name.contains("@")) {
			String id = id(name, engine);
			if (id.isEmpty() && !name.contains("@")) {
				throw new Problem(Problem.Category.NOT_FOUND, "The engine at " + engine.address() + " has no image "
						+ name + " any more; name a version by its digest in a registry.");
			}
			return new ImageVersion(name, id, false);
		}
		return fromRegistry(name, engine).or(() -> fromEngine(name, engine))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					"Neither its registry nor the engine at " + engine.address() + " knows " + name + "."));
	}

	private static Optional<ImageVersion> fromRegistry(String name, Engine engine) {
		try {
			String digest = engine.get("/distribution/" + name + "/json")
				.path("Descriptor")
				.path("digest")
				.asString("");
			String reference = ImageName.of(name).repository() + "@" + digest;
			return digest.isEmpty() ? Optional.empty()
					: Optional.of(new ImageVersion(reference, id(reference, engine), true));
		}
		catch (Problem silent) {
			return Optional.empty();
		}
	}

	private static Optional<ImageVersion> fromEngine(String name, Engine engine) {
		return engine.find("/images/" + Engine.part(name) + "/json")
			.map((image) -> new ImageVersion(reference(image), image.path("Id").asString(""), false));
	}

	private static String reference(JsonNode image) {
		return image.path("RepoDigests").path(0).asString(image.path("Id").asString(""));
	}

	static String id(String reference, Engine engine) {
		return engine.find("/images/" + Engine.part(reference) + "/json")
			.map((image) -> image.path("Id").asString(""))
			.orElse("");
	}

	boolean here() {
		return !this.id.isEmpty();
	}

}

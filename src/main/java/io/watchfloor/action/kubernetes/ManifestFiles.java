package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.AllowedFolder;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/**
 * The folder of manifests of a target, a checkout of the team's repository for instance.
 *
 * @param setting as the target has it; empty for none
 */
record ManifestFiles(String setting) {

	private static final int MOST_BYTES = 1_000_000;

	private static final int DEEPEST = 6;

	/**
	 * What the files hold, as one text of several documents.
	 * @throws Problem when there is no folder, no such file, or a name leads out of it
	 */
	String text(List<String> names, boolean recursive) {
		if (this.setting.isEmpty()) {
			throw new Problem(Category.NOT_UNDERSTOOD, "What " + String.join(", ", names)
					+ " holds is missing. Paste it into the step, or give the target a folder of 'manifests'.");
		}
		StringBuilder text = new StringBuilder();
		for (Path file : names.stream().flatMap((name) -> files(name, recursive).stream()).toList()) {
			text.append("---\n").append(AllowedFolder.text(file, MOST_BYTES)).append('\n');
			if (text.length() > MOST_BYTES) {
				throw refused(String.join(", ", names) + " is longer than 1 MB; apply it in parts");
			}
		}
		return text.toString();
	}

	private List<Path> files(String name, boolean recursive) {
		AllowedFolder folder = AllowedFolder.at(this.setting, "of the target's manifests");
		Path found = folder.existing(name);
		if (Files.isRegularFile(found)) {
			return List.of(found);
		}
		try (Stream<Path> inside = Files.walk(found, recursive ? DEEPEST : 1)) {
			List<Path> files = inside.filter(Files::isRegularFile).filter(ManifestFiles::isManifest).sorted().toList();
			if (files.isEmpty()) {
				throw refused(name + " in " + this.setting + " holds no .yaml, .yml or .json");
			}
			return files.stream().map((file) -> folder.readable(file.toString())).toList();
		}
		catch (IOException broken) {
			throw new Problem(Category.NOT_FOUND,
					name + " in " + this.setting + " cannot be looked through: " + broken.getMessage() + ".", broken);
		}
	}

	private static boolean isManifest(Path file) {
		return String.valueOf(file.getFileName()).matches(".*\\.(yaml|yml|json)");
	}

	private static Problem refused(String what) {
		return new Problem(Category.REFUSED_BY_POLICY, what + ".");
	}

}

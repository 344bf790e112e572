package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
			text.append("---\n").append(read(file)).append('\n');
			if (text.length() > MOST_BYTES) {
				throw refused(String.join(", ", names) + " is longer than 1 MB; apply it in parts");
			}
		}
		return text.toString();
	}

	private List<Path> files(String name, boolean recursive) {
		try {
			Path folder = Path.of(this.setting).toRealPath();
			Path found = folder.resolve(name).toRealPath();
			if (!found.startsWith(folder)) {
				throw refused(name + " leads out of " + this.setting + ", the target's folder of manifests");
			}
			if (Files.isRegularFile(found)) {
				return List.of(found);
			}
			try (Stream<Path> inside = Files.walk(found, recursive ? DEEPEST : 1)) {
				List<Path> files = inside.filter(Files::isRegularFile)
					.filter(ManifestFiles::isManifest)
					.sorted()
					.toList();
				if (files.isEmpty()) {
					throw refused(name + " in " + this.setting + " holds no .yaml, .yml or .json");
				}
				return within(folder, files);
			}
		}
		catch (IOException absent) {
			throw new Problem(Category.NOT_FOUND, "There is no " + name + " in " + this.setting
					+ ", the target's folder of manifests. Paste what it holds into the step.", absent);
		}
	}

	/** No link may lead elsewhere. */
	private List<Path> within(Path folder, List<Path> files) throws IOException {
		List<Path> real = new ArrayList<>();
		for (Path file : files) {
			Path target = file.toRealPath();
			if (!target.startsWith(folder)) {
				throw refused(file + " leads out of " + this.setting + ", the target's folder of manifests");
			}
			real.add(target);
		}
		return real;
	}

	private static boolean isManifest(Path file) {
		return String.valueOf(file.getFileName()).matches(".*\\.(yaml|yml|json)");
	}

	private static String read(Path file) {
		try {
			if (Files.size(file) > MOST_BYTES) {
				throw refused(file + " is longer than 1 MB");
			}
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException broken) {
			throw new Problem(Category.NOT_FOUND, file + " cannot be read: " + broken.getMessage() + ".", broken);
		}
	}

	private static Problem refused(String what) {
		return new Problem(Category.REFUSED_BY_POLICY, what + ".");
	}

}

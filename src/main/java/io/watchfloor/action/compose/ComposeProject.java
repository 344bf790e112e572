package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A Compose project as the catalog fixes it.
 *
 * @param files in order, from the folder
 * @param envFile empty for Compose's own
 */
record ComposeProject(Target target, String name, String folder, List<String> files, List<String> profiles,
		String envFile) {

	static ComposeProject of(Target target) {
		return new ComposeProject(target, target.setting("project"), target.setting("folder"),
				list(target.setting("files")), list(target.settings().getOrDefault("profiles", "")),
				target.settings().getOrDefault("env-file", ""));
	}

	/** Variables that may be set; empty where the catalog does not narrow it. */
	List<String> variables() {
		return list(this.target.settings().getOrDefault("variables", ""));
	}

	/**
	 * The one file that the console may write, absolute.
	 * @throws Problem when the catalog names none, or not as the last of the files
	 */
	String overrideFile() {
		String name = this.target.settings().getOrDefault("override", "");
		if (name.isEmpty() || !name.equals(this.files.getLast()) || name.contains("..") || name.startsWith("/")) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"The console changes no file of the team's. Make a file of" + " its own in " + this.folder
							+ " ('services: {}'), name it last in 'files' of " + this.target.id()
							+ " and as its 'override'.");
		}
		return this.folder + "/" + name;
	}

	private static List<String> list(String text) {
		return Arrays.stream(text.split(",", -1)).map(String::strip).filter((one) -> !one.isEmpty()).toList();
	}

	/** Demands that a line means this project and none of its files otherwise. */
	void demand(ComposeScope scope) {
		if (!scope.files().isEmpty() && !scope.files()
			.stream()
			.map(this::plain)
			.toList()
			.equals(this.files.stream().map(this::plain).toList())) {
			throw other("files", String.join(", ", scope.files()), String.join(", ", this.files));
		}
		if (!scope.project().isEmpty() && !scope.project().equals(this.name)) {
			throw other("project", scope.project(), this.name);
		}
		if (!scope.envFile().isEmpty() && !plain(scope.envFile()).equals(plain(this.envFile))) {
			throw other("env-file", scope.envFile(), this.envFile);
		}
		if (!scope.folder().isEmpty() && !scope.folder().equals(this.folder) && !scope.folder().equals(".")) {
			throw other("folder", scope.folder(), this.folder);
		}
	}

	/** A path without the folder in front. */
	private String plain(String file) {
		String inside = file.startsWith(this.folder + "/") ? file.substring(this.folder.length() + 1) : file;
		return inside.replaceFirst("^\\./", "");
	}

	private Problem other(String what, String line, String own) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD,
				"The line says '" + line + "' and the target " + this.target.id() + " has '" + own + "' as its " + what
						+ ". Choose the target that the line means, or correct its settings in system.yaml.");
	}

	/** The flags in front of the verb. */
	List<String> words(ComposeScope scope) {
		List<String> words = new ArrayList<>(List.of("--project-name", this.name, "--project-directory", this.folder));
		this.files.forEach((file) -> words.addAll(List.of("--file", file)));
		if (!this.envFile.isEmpty()) {
			words.addAll(List.of("--env-file", this.envFile));
		}
		(scope.profiles().isEmpty() ? this.profiles : scope.profiles())
			.forEach((profile) -> words.addAll(List.of("--profile", profile)));
		return words;
	}

}

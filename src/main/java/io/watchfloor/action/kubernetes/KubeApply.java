package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.action.Asking;
import io.watchfloor.kernel.Risk;

/**
 * Makes objects what manifests say: {@code kubectl apply -f}. The server merges them.
 *
 * @param files as the line names them; {@code -} for what is fed into the line
 * @param recursive whether folders inside folders count
 * @param takeOver whether fields that others set are overwritten; the plain
 * {@code kubectl apply} does
 * @param manifest YAML or JSON; empty to take the files from the target's folder of
 * manifests
 */
public record KubeApply(Where where, List<String> files, boolean recursive, boolean takeOver,
		String manifest) implements Asking {

	private static final Pattern FILE = Pattern.compile("-|[A-Za-z0-9_./~][A-Za-z0-9_./+~@=-]{0,400}");

	public KubeApply {
		where.demand();
		files = List.copyOf(files);
		if (files.isEmpty()) {
			throw new IllegalArgumentException("the file is missing");
		}
		files.forEach((file) -> {
			if (!FILE.matcher(file).matches() || file.contains("//")) {
				throw new IllegalArgumentException("'" + file + "' is no plain name of a file or folder");
			}
		});
		if (files.contains("-") && manifest.isBlank()) {
			throw new IllegalArgumentException("what '-' stands for is not written on the line");
		}
	}

	@Override
	public Risk risk() {
		return Manifests.risk(this.manifest);
	}

	@Override
	public String title() {
		return "Apply " + named() + this.where.in();
	}

	private String named() {
		return this.files.equals(List.of("-")) ? "the manifest of this step" : String.join(", ", this.files);
	}

	@Override
	public String commandLine() {
		CommandText line = this.where.line("apply --server-side")
			.flag("--force-conflicts", this.takeOver)
			.flag("--recursive", this.recursive);
		this.files.forEach((file) -> line.option("--filename", file));
		return line.toString();
	}

	@Override
	public List<Question> asks() {
		return this.manifest.isBlank()
				? List.of(Question.text("contents of " + named(), String.join(" ", this.files), "manifest"))
				: List.of();
	}

	@Override
	public KubeApply answered(Map<String, String> answers) {
		String given = asks().isEmpty() ? this.manifest : answers.getOrDefault(asks().getFirst().name(), "");
		if (!given.isBlank()) {
			Manifests.of(given);
		}
		return new KubeApply(this.where, this.files, this.recursive, this.takeOver, given);
	}

}

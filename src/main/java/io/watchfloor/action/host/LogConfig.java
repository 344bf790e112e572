package io.watchfloor.action.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Asking;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Replaces one file of settings of logrotate or journald; what was there is kept beside
 * it.
 *
 * @param file which, whole
 * @param content what it says then; empty while nobody has said it, and for a kept one
 * @param kept the first digits of the digest of a version that was kept, {@code absent}
 * for no file at all; empty for new content
 */
public record LogConfig(String file, String content, String kept) implements Asking {

	static final String ABSENT = "absent";

	private static final Pattern FILE = Pattern.compile(
			"/etc/(logrotate\\.conf|logrotate\\.d/[A-Za-z0-9_][A-Za-z0-9_-]{0,80}|systemd/journald\\.conf(\\.d/[A-Za-z0-9_-]{1,80}\\.conf)?)");

	private static final Pattern KEPT = Pattern.compile("|absent|[0-9a-f]{12}");

	private static final Pattern CONTENT = Pattern.compile("[\\t\\n\\P{Cntrl}]{0,65536}");

	private static final Set<String> JOURNAL = Set.of("Storage", "Compress", "Seal", "SplitMode", "SyncIntervalSec",
			"RateLimitInterval", "RateLimitIntervalSec", "RateLimitBurst", "SystemMaxUse", "SystemKeepFree",
			"SystemMaxFileSize", "SystemMaxFiles", "RuntimeMaxUse", "RuntimeKeepFree", "RuntimeMaxFileSize",
			"RuntimeMaxFiles", "MaxRetentionSec", "MaxFileSec", "ForwardToSyslog", "ForwardToKMsg", "ForwardToConsole",
			"ForwardToWall", "TTYPath", "MaxLevelStore", "MaxLevelSyslog", "MaxLevelKMsg", "MaxLevelConsole",
			"MaxLevelWall", "LineMax", "ReadKMsg", "Audit");

	public LogConfig {
		content = (content.isEmpty() || content.endsWith("\n")) ? content : content + "\n";
		if (!FILE.matcher(file).matches()) {
			throw new IllegalArgumentException(
					"'" + file + "' is no file of settings of logrotate or journald in /etc, or is not written whole");
		}
		if (!KEPT.matcher(kept).matches() || (!kept.isEmpty() && !content.isEmpty())) {
			throw new IllegalArgumentException("either new content or a kept version is taken");
		}
		if (!CONTENT.matcher(content).matches()) {
			throw new IllegalArgumentException("the content is too long, or no plain text");
		}
		if (content.lines().anyMatch(LogConfigDiff::isSecret)) {
			throw new IllegalArgumentException(
					"the content carries a password or a token; secrets are no part of a plan");
		}
		if (file.contains("journald")) {
			content.lines().forEach(LogConfig::demandJournal);
		}
	}

	/** Whether a path is one of those files. */
	static boolean takes(String path) {
		return FILE.matcher(path).matches();
	}

	private static void demandJournal(String line) {
		String text = line.strip();
		int equals = text.indexOf('=');
		boolean known = text.isEmpty() || text.startsWith("#") || text.startsWith(";") || text.equals("[Journal]")
				|| (equals > 0 && JOURNAL.contains(text.substring(0, equals).strip()));
		if (!known) {
			throw new IllegalArgumentException("journald knows no '" + text + "'");
		}
	}

	/** Whether logrotate reads it. */
	boolean rotates() {
		return this.file.contains("logrotate");
	}

	/** Where a version is kept: a name that neither of the two programs reads. */
	String beside(String digest) {
		return this.file + "." + digest.substring(0, 12) + "~";
	}

	@Override
	public List<Question> asks() {
		return (this.content.isEmpty() && this.kept.isEmpty())
				? List.of(Question.demanded("The new " + this.file, this.file, "content")) : List.of();
	}

	@Override
	public Action answered(Map<String, String> answers) {
		return asks().isEmpty() ? this : new LogConfig(this.file,
				answers.getOrDefault(asks().getFirst().name(), "").replace("\r\n", "\n"), "");
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return switch (this.kept) {
			case "" -> "Change the settings of logs in " + this.file;
			case ABSENT -> "Take " + this.file + " out of use";
			default -> "Give " + this.file + " the version " + this.kept + " back";
		};
	}

	@Override
	public String commandLine() {
		String quoted = Shell.quote(this.file);
		return switch (this.kept) {
			case "" -> this.content.isEmpty() ? "nano " + quoted : "edit " + quoted + " (SHA-256 "
					+ new HostFile(this.file, this.content).digest().substring(0, 12) + ")";
			case ABSENT -> "edit " + quoted + " (no such file)";
			default -> "edit " + quoted + " (as in " + Shell.quote(this.file + "." + this.kept + "~") + ")";
		};
	}

}

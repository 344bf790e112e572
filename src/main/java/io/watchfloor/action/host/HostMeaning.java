package io.watchfloor.action.host;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import org.jspecify.annotations.Nullable;

/** What a tool's answer says: known or not, the figure in it, and whether it is well. */
final class HostMeaning {

	private static final Pattern USED = Pattern.compile("\\s(\\d{1,3})%(?=\\s|$)");

	private static final Pattern LOAD = Pattern.compile("load average: ([0-9.]+)");

	private static final Pattern LOSS = Pattern.compile("([0-9.]+)% packet loss");

	/** Tools whose exit code 1 is an answer: nothing found. */
	private static final Set<HostTool> NONE_IS_ONE = Set.of(HostTool.GREP, HostTool.GREP_EXPRESSIONS, HostTool.ZGREP,
			HostTool.PGREP, HostTool.PIDOF, HostTool.LSOF, HostTool.FUSER, HostTool.DIFF, HostTool.WHICH);

	private HostMeaning() {
	}

	static Reading of(HostRead action, HostAnswer answer, String source, Instant at) {
		if (answer.exit() != 0) {
			return nonZero(action, answer, source, at);
		}
		String text = answer.output().isBlank() ? answer.errors() : answer.output();
		Figure figure = figure(action.tool(), text);
		String size = text.isBlank() ? "no output" : count(text) + (answer.cut() ? ", cut at the limit" : "");
		String summary = (figure != null) ? figure.text() : size;
		return new Reading(true, summary, (figure != null) ? figure.value() : null,
				(figure != null) ? figure.unit() : null, null, text, source, at, judged(action, answer));
	}

	private static Reading nonZero(HostRead action, HostAnswer answer, String source, Instant at) {
		HostTool tool = action.tool();
		if (answer.exit() == 1 && NONE_IS_ONE.contains(tool) && answer.errors().isBlank()) {
			String summary = (tool == HostTool.DIFF) ? "they differ" : "nothing found";
			return new Reading(true, summary, null, null, null, answer.output(), source, at);
		}
		boolean state = tool == HostTool.SYSTEMCTL && answer.exit() <= 4 && !answer.output().isBlank();
		boolean service = tool == HostTool.SERVICE_STATUS && answer.exit() <= 3 && !answer.output().isBlank();
		boolean silent = tool == HostTool.PING && answer.exit() == 1 && answer.output().contains("packet loss");
		boolean closed = tool == HostTool.NC && answer.errors().contains("refused");
		boolean verified = tool == HostTool.COSIGN_VERIFY || tool == HostTool.TRIVY_IMAGE;
		if (state || service || silent || closed || verified) {
			String text = answer.output().isBlank() ? answer.errors() : answer.output();
			return new Reading(true, tool.program() + " ended with " + answer.exit() + ": " + answer.lastWords(), null,
					null, null, text, source, at, Judgement.NOT_AS_EXPECTED);
		}
		return new Reading(false, "%s ended with %d: %s".formatted(tool.program(), answer.exit(), answer.lastWords()),
				null, null, null, (answer.output() + answer.errors()).strip(), source, at);
	}

	/** Tools whose zero exit says that all is well, and not only that they ran. */
	private static Judgement judged(HostRead action, HostAnswer answer) {
		boolean state = action.tool() == HostTool.SYSTEMCTL && action.arguments()
			.stream()
			.anyMatch(Set.of("is-active", "status", "is-enabled", "is-system-running")::contains);
		boolean well = switch (action.tool()) {
			case COSIGN_VERIFY, NC, GZIP, GUNZIP, SERVICE_STATUS -> true;
			case TRIVY_IMAGE -> action.arguments().stream().anyMatch((word) -> word.startsWith("--exit-code"));
			case PING -> answer.output().contains(" 0% packet loss");
			case MD5SUM, SHA1SUM, SHA256SUM, SHA512SUM ->
				action.arguments().contains("-c") || action.arguments().contains("--check");
			default -> state;
		};
		return well ? Judgement.AS_EXPECTED : Judgement.NOT_JUDGED;
	}

	private static String count(String text) {
		long lines = text.lines().count();
		return (lines == 1) ? shortened(text.strip()) : lines + " lines";
	}

	private static String shortened(String text) {
		return (text.length() > 120) ? text.substring(0, 120) + "…" : text;
	}

	private static @Nullable Figure figure(HostTool tool, String text) {
		return switch (tool) {
			case DF -> fullest(text);
			case FREE -> memory(text);
			case UPTIME -> first(LOAD, text, "load ", "");
			case PING -> first(LOSS, text, "packet loss ", "%");
			default -> null;
		};
	}

	private static @Nullable Figure fullest(String text) {
		double most = -1;
		String where = "";
		for (String line : text.lines().skip(1).toList()) {
			Matcher used = USED.matcher(line);
			if (used.find() && Double.parseDouble(used.group(1)) > most) {
				most = Double.parseDouble(used.group(1));
				where = line.substring(line.lastIndexOf(' ') + 1);
			}
		}
		return (most < 0) ? null : new Figure("fullest is %s at %.0f %%".formatted(where, most), most, "%");
	}

	private static @Nullable Figure memory(String text) {
		for (String line : text.lines().toList()) {
			String[] cells = line.strip().split("\\s+", -1);
			if (cells[0].equals("Mem:") && cells.length >= 7 && cells[1].matches("[0-9]+") && cells[6].matches("[0-9]+")
					&& Double.parseDouble(cells[1]) > 0) {
				double used = 100 * (1 - Double.parseDouble(cells[6]) / Double.parseDouble(cells[1]));
				return new Figure("memory in use %.0f %%".formatted(used), used, "%");
			}
		}
		return null;
	}

	private static @Nullable Figure first(Pattern pattern, String text, String before, String unit) {
		Matcher found = pattern.matcher(text);
		return found.find() ? new Figure(before + found.group(1) + unit, Double.parseDouble(found.group(1)),
				unit.isEmpty() ? "load" : unit) : null;
	}

	private record Figure(String text, double value, String unit) {
	}

}

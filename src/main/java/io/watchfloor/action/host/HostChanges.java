package io.watchfloor.action.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.host.UnitChange.Verb;
import org.jspecify.annotations.Nullable;

/** Reads what the tools of a host may change; each line whole or not at all. */
final class HostChanges {

	private static final Map<String, Verb> UNITS = Map.of("start", Verb.START, "stop", Verb.STOP, "restart",
			Verb.RESTART, "reload", Verb.RELOAD, "enable", Verb.ENABLE, "disable", Verb.DISABLE);

	private static final Map<String, ProcessEnd.Signal> SIGNALS = Map.ofEntries(
			Map.entry("-TERM", ProcessEnd.Signal.TERM), Map.entry("-SIGTERM", ProcessEnd.Signal.TERM),
			Map.entry("-15", ProcessEnd.Signal.TERM), Map.entry("-HUP", ProcessEnd.Signal.HUP),
			Map.entry("-SIGHUP", ProcessEnd.Signal.HUP), Map.entry("-1", ProcessEnd.Signal.HUP),
			Map.entry("-INT", ProcessEnd.Signal.INT), Map.entry("-2", ProcessEnd.Signal.INT),
			Map.entry("-9", ProcessEnd.Signal.KILL), Map.entry("-KILL", ProcessEnd.Signal.KILL),
			Map.entry("-SIGKILL", ProcessEnd.Signal.KILL));

	private HostChanges() {
	}

	static Stream<String> programs() {
		return Stream.of("systemctl", "service", "find", "logrotate", "kill", "alembic", "mkdir", "rmdir", "cp", "gzip",
				"gunzip", "nano", "vi", "vim", "apt", "apt-get");
	}

	/** Empty when the words change nothing that is known. */
	static Optional<Action> read(String program, List<String> arguments) {
		return switch (program) {
			case "systemctl" -> units(arguments);
			case "service" -> service(arguments);
			case "find" -> oldFiles(arguments);
			case "logrotate" -> rotation(arguments);
			case "kill" -> end(arguments);
			case "alembic" -> migration(arguments);
			case "mkdir" -> FileChanges.mkdir(arguments);
			case "rmdir" -> FileChanges.rmdir(arguments);
			case "cp" -> FileChanges.cp(arguments);
			case "gzip" -> FileChanges.packing(FilePacking.Verb.PACK, arguments);
			case "gunzip" -> FileChanges.packing(FilePacking.Verb.UNPACK, arguments);
			case "nano", "vi", "vim" -> settings(arguments);
			case "apt", "apt-get" -> PackageLine.read(arguments);
			default -> Optional.empty();
		};
	}

	/** An editor on settings of logs: a person says what they shall be. */
	private static Optional<Action> settings(List<String> arguments) {
		return (arguments.size() == 1 && LogConfig.takes(arguments.getFirst()))
				? Optional.of(new LogConfig(arguments.getFirst(), "", "")) : Optional.empty();
	}

	private static Optional<Action> units(List<String> arguments) {
		Verb verb = arguments.isEmpty() ? null : UNITS.get(arguments.getFirst());
		return (verb == null) ? Optional.empty()
				: Optional.of(new UnitChange(verb, arguments.subList(1, arguments.size())));
	}

	/** {@code service nginx restart}; systemd does the same. */
	private static Optional<Action> service(List<String> arguments) {
		Verb verb = (arguments.size() == 2) ? UNITS.get(arguments.getLast()) : null;
		return (verb == null || verb == Verb.ENABLE || verb == Verb.DISABLE) ? Optional.empty()
				: Optional.of(new UnitChange(verb, List.of(arguments.getFirst())));
	}

	private static Optional<Action> rotation(List<String> arguments) {
		boolean force = arguments.size() == 2 && List.of("-f", "--force", "-vf", "-fv").contains(arguments.getFirst());
		return force ? Optional.of(LogRotation.of(arguments.getLast())) : Optional.empty();
	}

	private static Optional<Action> end(List<String> arguments) {
		boolean plain = arguments.size() == 1 && !arguments.getFirst().startsWith("-");
		ProcessEnd.Signal signal = plain ? ProcessEnd.Signal.TERM
				: (arguments.size() == 2) ? SIGNALS.get(arguments.getFirst()) : null;
		boolean number = !arguments.isEmpty() && arguments.getLast().matches("[0-9]{1,8}");
		return (signal != null && number) ? Optional.of(new ProcessEnd(Integer.parseInt(arguments.getLast()), signal))
				: Optional.empty();
	}

	private static Optional<Action> migration(List<String> arguments) {
		return (arguments.size() != 2) ? Optional.empty() : switch (arguments.getFirst()) {
			case "upgrade" -> Optional.of(new AlembicMove(AlembicMove.Way.UPGRADE, arguments.getLast()));
			case "downgrade" -> Optional.of(new AlembicMove(AlembicMove.Way.DOWNGRADE, arguments.getLast()));
			default -> Optional.empty();
		};
	}

	/** Only by age, with or without a name: {@code find F -name N -mtime +D -delete}. */
	private static Optional<Action> oldFiles(List<String> arguments) {
		OldFiles.Verb verb = arguments.isEmpty() ? null : verb(arguments);
		if (verb == null) {
			return Optional.empty();
		}
		int tail = (verb == OldFiles.Verb.DELETE) ? 1 : 4;
		String names = "";
		int days = 0;
		List<String> tests = arguments.subList(1, arguments.size() - tail);
		for (int i = 0; i < tests.size(); i += 2) {
			String value = (i + 1 < tests.size()) ? tests.get(i + 1) : "";
			switch (tests.get(i)) {
				case "-name" -> names = value;
				case "-mtime" -> days = value.matches("\\+[0-9]{1,4}") ? Integer.parseInt(value.substring(1)) : 0;
				case "-type" -> demand(value.equals("f"), "only files are removed or packed (-type f)");
				default -> demand(false, "'" + tests.get(i) + "' is not understood when files are removed or packed");
			}
		}
		demand(days > 0, "files are only removed or packed by age (-mtime +DAYS)");
		return Optional.of(new OldFiles(verb, arguments.getFirst(), names, days));
	}

	private static OldFiles.@Nullable Verb verb(List<String> arguments) {
		int size = arguments.size();
		if (arguments.getLast().equals("-delete")) {
			return OldFiles.Verb.DELETE;
		}
		boolean packs = size > 4 && arguments.subList(size - 4, size - 1).equals(List.of("-exec", "gzip", "{}"))
				&& List.of(";", "+").contains(arguments.getLast());
		return packs ? OldFiles.Verb.PACK : null;
	}

	private static void demand(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalArgumentException("find: " + otherwise);
		}
	}

}

package io.watchfloor.action.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.watchfloor.action.Plan;
import io.watchfloor.action.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The programs that exchange a file of settings, one after the other.
 *
 * @param action what is asked for
 * @param now what is there; empty for nothing
 * @param after what shall be there; empty for nothing
 */
record LogConfigSteps(LogConfig action, Optional<HostFile> now, Optional<HostFile> after) {

	private static final Duration WITHIN = Duration.ofSeconds(30);

	List<HostCommand> commands() {
		String file = this.action.file();
		List<HostCommand> commands = new ArrayList<>();
		if (this.after.isEmpty()) {
			this.now.ifPresent((here) -> commands.add(plain("mv", "--", file, this.action.beside(here.digest()))));
			return commands;
		}
		String fresh = file + ".watchfloor-new~";
		this.now.ifPresent((here) -> commands.add(plain("cp", "-p", "--", file, this.action.beside(here.digest()))));
		commands.add(this.now.isPresent() ? plain("cp", "-p", "--", file, fresh)
				: plain("install", "-m", "644", "--", "/dev/null", fresh));
		commands.add(new HostCommand(List.of("tee", "--", fresh), null, WITHIN, this.after.get().content()));
		if (this.action.rotates()) {
			commands.add(plain("logrotate", "--debug", fresh));
		}
		commands.add(plain("mv", "-f", "--", fresh, file));
		return commands;
	}

	private static HostCommand plain(String... words) {
		return new HostCommand(List.of(words), null, WITHIN);
	}

	/** A command as a plan tells it: without what is fed to it. */
	static Plan.Call call(HostCommand command) {
		String line = command.words().stream().map(Shell::quote).collect(Collectors.joining(" "));
		@Nullable String input = command.input();
		return new Plan.Call((input == null) ? line
				: line + " (the new content, SHA-256 " + new HostFile("", input).digest().substring(0, 12) + "…)");
	}

}

package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Shell;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Looks at a host; what the exit code means is each tool's own. */
@Component
class HostReadHandler implements ReadHandler<HostRead> {

	private static final int MOST_FILES = 500;

	private final Hosts hosts;

	private final Clock clock;

	HostReadHandler(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	@Override
	public ActionType<HostRead> type() {
		return new ActionType<>("host.read", HostRead.class, "host");
	}

	@Override
	public Reading read(HostRead action, Target target, RunContext context) {
		HostPaths paths = new HostPaths(target);
		if (action.tool() != HostTool.DF && action.tool() != HostTool.LSBLK) {
			HostArguments.paths(action).forEach(paths::demand);
		}
		Instant at = this.clock.instant();
		List<String> words = HostExecution.words(action, files(action, target, paths));
		HostAnswer answer = this.hosts.run(target, new HostCommand(words, paths.folder()));
		String source = words.stream().map(Shell::quote).reduce((one, two) -> one + " " + two).orElseThrow() + " at "
				+ target.id();
		return HostMeaning.of(action, answer, source, at);
	}

	/** The files that match the patterns, found without a shell. */
	private List<String> files(HostRead action, Target target, HostPaths paths) {
		List<String> files = new ArrayList<>();
		for (String pattern : action.patterns()) {
			HostAnswer found = this.hosts.run(target, new HostCommand(FilePattern.search(pattern), paths.folder()));
			List<String> matching = found.output().lines().filter((file) -> !file.isEmpty()).sorted().toList();
			if (matching.isEmpty() || matching.size() > MOST_FILES) {
				throw new Problem(Problem.Category.NOT_FOUND, "%s files match %s on %s."
					.formatted(matching.isEmpty() ? "No" : "More than " + MOST_FILES, pattern, target.id()));
			}
			files.addAll(matching);
		}
		return files;
	}

}

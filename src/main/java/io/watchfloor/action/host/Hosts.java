package io.watchfloor.action.host;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Runs commands on a host target by the way that its {@code via} names. */
@Component
public class Hosts {

	private final Map<String, Via> ways;

	Hosts(List<Via> ways) {
		this.ways = ways.stream().collect(Collectors.toUnmodifiableMap(Via::name, Function.identity()));
	}

	/**
	 * Runs a command.
	 * @throws Problem when the way is not known, the host cannot be reached, or the
	 * command does not end in time
	 */
	public HostAnswer run(Target target, HostCommand command) {
		return via(target).run(target, command);
	}

	/** As {@link #run(Target, HostCommand)}, heard while it runs. */
	public HostAnswer run(Target target, HostCommand command, HostListener listener) {
		return via(target).run(target, command, listener);
	}

	private Via via(Target target) {
		String name = target.settings().getOrDefault("via", "local");
		Via via = this.ways.get(name);
		if (via == null) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The 'via' of " + target.id() + " must be one of "
					+ new TreeSet<>(this.ways.keySet()) + ", not '" + name + "'.");
		}
		return via;
	}

}

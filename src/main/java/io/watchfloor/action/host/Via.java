package io.watchfloor.action.host;

import io.watchfloor.catalog.Target;

/**
 * A way to a host: on this machine, over SSH, into a container. A bean; the connector
 * that knows the way contributes it.
 */
public interface Via {

	/** As a target's {@code via} names it. */
	String name();

	/**
	 * Runs a command and waits for its end.
	 * @throws io.watchfloor.kernel.Problem when the host cannot be reached, the program
	 * is not there, or it does not end in time
	 */
	HostAnswer run(Target target, HostCommand command);

	/**
	 * As {@link #run(Target, HostCommand)}, heard while it runs; where a way hears
	 * nothing before the end, everything comes then.
	 */
	default HostAnswer run(Target target, HostCommand command, HostListener listener) {
		HostAnswer answer = run(target, command);
		(answer.output() + answer.errors()).lines().forEach(listener::line);
		return answer;
	}

}

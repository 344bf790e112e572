package io.watchfloor.action;

import io.watchfloor.command.ManualWork;
import io.watchfloor.command.ManualWork.Kind;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;

/**
 * Thrown by a reader that knows every word of a line and leaves the work to a person.
 */
public final class ByHand extends Problem {

	private static final long serialVersionUID = 1L;

	private final transient ManualWork work;

	/** Takes what the line does. */
	public ByHand(ManualWork work) {
		super(Category.NOT_UNDERSTOOD, work.sentence());
		this.work = work;
	}

	/** A known tool whose work is not the console's. */
	public static ByHand tool(String does, Risk risk, String reason) {
		return new ByHand(new ManualWork(does, risk, reason, Kind.TOOL));
	}

	/** What the line does. */
	public ManualWork work() {
		return this.work;
	}

}

package io.watchfloor.catalog;

import java.util.List;

/**
 * Makes something go wrong in an environment that is there for it, and puts it right
 * again.
 */
public interface FaultInjection {

	/**
	 * What the person who asks can make go wrong there; none where it is not meant for
	 * that.
	 */
	List<Fault> faults(SystemId system, String environment);

	/**
	 * Makes it go wrong.
	 * @throws io.watchfloor.kernel.Problem when the person may not, or there is no such
	 * fault
	 */
	void inject(SystemId system, String environment, String fault);

	/** Puts it right again. Nothing happens when nothing is wrong. */
	void clear(SystemId system, String environment, String fault);

	/**
	 * Something that can go wrong.
	 *
	 * @param id its name
	 * @param label as people read it
	 * @param description what happens, plainly
	 */
	record Fault(String id, String label, String description) {
	}

}

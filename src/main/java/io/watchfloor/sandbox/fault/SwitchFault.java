package io.watchfloor.sandbox.fault;

import java.util.function.BooleanSupplier;

/**
 * A fault that is one switch.
 *
 * @param kind which
 * @param on makes it go wrong
 * @param off puts it right
 * @param state looks whether it is wrong
 */
record SwitchFault(FaultKind kind, Runnable on, Runnable off, BooleanSupplier state) implements Fault {

	@Override
	public void inject() {
		this.on.run();
	}

	@Override
	public void clear() {
		this.off.run();
	}

	@Override
	public boolean active() {
		return this.state.getAsBoolean();
	}

}

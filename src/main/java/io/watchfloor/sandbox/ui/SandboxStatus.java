package io.watchfloor.sandbox.ui;

import io.watchfloor.kernel.Counted;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.ui.StatusItem;

/** Reminds everybody of faults that are in force. */
final class SandboxStatus implements StatusItem {

	private final Sandbox sandbox;

	SandboxStatus(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	public String text() {
		long injected = this.sandbox.injected();
		if (injected > 0) {
			return "Sandbox: " + Counted.of(injected, "fault") + " injected";
		}
		return this.sandbox.starting() ? "Sandbox: starting…" : "";
	}

	@Override
	public int order() {
		return 80;
	}

}

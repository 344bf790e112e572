package io.watchfloor.sandbox.ui;

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
			return "Sandbox: " + injected + (injected == 1 ? " fault injected" : " faults injected");
		}
		return this.sandbox.starting() ? "Sandbox: starting…" : "";
	}

	@Override
	public int order() {
		return 80;
	}

}

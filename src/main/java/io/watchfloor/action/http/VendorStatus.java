package io.watchfloor.action.http;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Asks a vendor's status page whether the vendor is well.
 *
 * @param page how the page answers, where the catalog does not say otherwise
 * @param component the one that counts; empty for those that the target's setting names
 * under that plural, and without it for all
 */
public record VendorStatus(StatusPage page, String component) implements Action {

	public VendorStatus {
		Objects.requireNonNull(page, "page");
		if (component.length() > 200) {
			throw new IllegalArgumentException("a component's name is no longer than 200 characters");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return this.component.isEmpty() ? "Status that the vendor tells of itself"
				: "Status that the vendor tells of its " + this.component;
	}

	@Override
	public String commandLine() {
		return "curl -sS " + this.page.path();
	}

}

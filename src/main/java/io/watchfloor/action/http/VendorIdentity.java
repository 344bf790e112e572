package io.watchfloor.action.http;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Asks a vendor as whom the target's secret signs in: a call that changes nothing.
 *
 * @param vendor whose API
 */
public record VendorIdentity(Vendor vendor) implements Action {

	/** Vendors with a call that says who is asking. */
	public enum Vendor {

		/** Zendesk; without a sign-in it answers with an anonymous person, and 200. */
		ZENDESK("/api/v2/users/me.json", ".user.id", ".user.email"),
		/** Intercom. */
		INTERCOM("/me", ".id", ".email");

		private final String path;

		private final String id;

		private final String name;

		Vendor(String path, String id, String name) {
			this.path = path;
			this.id = id;
			this.name = name;
		}

		/** From the API's root. */
		String path() {
			return this.path;
		}

		/** Where the answer has what only a known person has. */
		String id() {
			return this.id;
		}

		/** Where it has what people call that one. */
		String person() {
			return this.name;
		}

	}

	public VendorIdentity {
		Objects.requireNonNull(vendor, "vendor");
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Who the sign-in at " + (this.vendor == Vendor.ZENDESK ? "Zendesk" : "Intercom") + " is";
	}

	@Override
	public String commandLine() {
		String host = (this.vendor == Vendor.INTERCOM) ? "https://api.intercom.io" : "";
		return "curl -sS -H \"Authorization: Bearer $TOKEN\" " + host + this.vendor.path();
	}

}

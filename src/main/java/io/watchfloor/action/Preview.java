package io.watchfloor.action;

/**
 * A plan together with its fingerprint over action, target and markers.
 *
 * @param fingerprint 64 hexadecimal digits
 */
public record Preview(Plan plan, String fingerprint) {

	/** The first digits, as people read them. */
	public String shortFingerprint() {
		return this.fingerprint.substring(0, 6);
	}

}

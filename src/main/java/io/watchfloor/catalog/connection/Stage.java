package io.watchfloor.catalog.connection;

/** What has to work for a target to be reached, in its order. */
public enum Stage {

	/** The host's name has an address. */
	NAME("Name"),
	/** Something listens there, and the way to it is open. */
	ROUTE("Route"),
	/** The certificate is one that is trusted, and of this host. */
	TLS("TLS"),
	/** The target takes the secret. */
	SIGN_IN("Sign-in"),
	/** The target allows what is asked of it. */
	PERMISSION("Permission");

	private final String label;

	Stage(String label) {
		this.label = label;
	}

	/** For people. */
	public String label() {
		return this.label;
	}

}

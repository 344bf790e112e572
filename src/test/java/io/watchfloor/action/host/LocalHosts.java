package io.watchfloor.action.host;

import java.util.List;

/** This machine as the only host, for tests of other connectors. */
public final class LocalHosts {

	private LocalHosts() {
	}

	/** Knows no way but the local one. */
	public static Hosts create() {
		return new Hosts(List.of(new LocalVia()));
	}

}

package io.watchfloor.runbook;

import io.watchfloor.catalog.SystemId;

/**
 * Names a runbook across the catalog.
 *
 * @param system whose it is
 * @param file the file's name in the system's {@code runbooks} folder
 */
public record RunbookId(SystemId system, String file) {

	@Override
	public String toString() {
		return this.system + "/" + this.file;
	}

}

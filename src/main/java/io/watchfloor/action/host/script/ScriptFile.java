package io.watchfloor.action.host.script;

import io.watchfloor.action.host.HostFile;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A registered script as it lies on the host now.
 *
 * @param script its registration
 * @param file what is there
 */
record ScriptFile(RegisteredScript script, HostFile file) {

	/**
	 * Reads it.
	 * @throws Problem when it is not there, or is not what was registered
	 */
	static ScriptFile read(RegisteredScript script, Target target, Hosts hosts) {
		HostFile file = HostFile.read(script.path(), target, hosts);
		if (!file.digest().equals(script.digest())) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"%s on %s is not what was registered: its SHA-256 is %s, and %s is pinned. Read what changed in it, then change 'scripts' in system.yaml."
						.formatted(script.path(), target.id(), file.digest(), script.digest()));
		}
		return new ScriptFile(script, file);
	}

}

package io.watchfloor.action.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * Where a host's SSH server is and how it is known.
 *
 * @param fingerprint of the host key, as {@code ssh-keygen -l} prints it:
 * {@code SHA256:…}
 */
record SshAddress(String host, int port, String user, String fingerprint) {

	private static final Pattern ADDRESS = Pattern
		.compile("(?<host>[A-Za-z0-9_.-]+|\\[[0-9a-fA-F:]+])(:(?<port>[0-9]{1,5}))?");

	private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

	static SshAddress of(Target target) {
		Matcher address = ADDRESS.matcher(target.setting("address"));
		if (!address.matches()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The address of " + target.id() + " must look like host or host:22.");
		}
		String fingerprint = target.setting("fingerprint");
		if (!FINGERPRINT.matcher(fingerprint).matches()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The fingerprint of " + target.id()
					+ " must be that of the host key as 'ssh-keygen -l' prints it: SHA256: and 43 characters.");
		}
		int port = (address.group("port") != null) ? Integer.parseInt(address.group("port")) : 22;
		return new SshAddress(address.group("host"), port, target.setting("user"), fingerprint);
	}

	@Override
	public String toString() {
		return this.user + "@" + this.host + ((this.port != 22) ? ":" + this.port : "");
	}

}

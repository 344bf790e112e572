package io.watchfloor.action.host;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Looks, from a host, at the certificate that a server shows: whose, by whom, until when.
 *
 * @param address {@code host:port}
 * @param serverName the name asked for; empty for the address' own
 * @param startTls the protocol that changes to TLS first, such as {@code smtp}; empty for
 * none
 */
public record CertificateDates(String address, String serverName, String startTls) implements Action {

	private static final Pattern ADDRESS = Pattern.compile("(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})(:[0-9]{1,5})?");

	private static final Pattern NAME = Pattern.compile("|[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}");

	public CertificateDates {
		if (!ADDRESS.matcher(address).matches() || !NAME.matcher(serverName).matches()) {
			throw new IllegalArgumentException("a server is written host:port, not '" + address + "'");
		}
		if (!startTls.isEmpty()
				&& !Pattern.matches("smtp|pop3|imap|ftp|xmpp|ldap|mysql|postgres|lmtp|nntp|sieve", startTls)) {
			throw new IllegalArgumentException("'" + startTls + "' is no protocol of -starttls");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Certificate of " + (this.serverName.isEmpty() ? this.address : this.serverName);
	}

	/** What is asked of the server. */
	String client() {
		return "openssl s_client -connect " + Shell.quote(this.address)
				+ (this.serverName.isEmpty() ? "" : " -servername " + Shell.quote(this.serverName))
				+ (this.startTls.isEmpty() ? "" : " -starttls " + this.startTls);
	}

	@Override
	public String commandLine() {
		return client() + " | openssl x509 -noout -dates";
	}

}

package io.watchfloor.runbook.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Set;

import io.watchfloor.kernel.NobodysAddress;
import io.watchfloor.kernel.Problem;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections of repositories: none to nobody's address. Every redirect makes another
 * one, and so is looked at too. The JDK, which is asked by the connection itself, keeps
 * the answer that was looked at.
 */
final class GuardedHttp extends JDKHttpConnectionFactory {

	private static final String EXCEPTION = " Look at the repository's address under git in system.yaml.";

	@Override
	public HttpConnection create(URL url) throws IOException {
		demand(url);
		return super.create(url);
	}

	@Override
	public HttpConnection create(URL url, @Nullable Proxy proxy) throws IOException {
		demand(url);
		return super.create(url, proxy);
	}

	private static void demand(URL url) {
		if (!Set.of("http", "https").contains(url.getProtocol())) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"Nothing was sent: a repository leads to " + url.getProtocol() + ", not to http or https.");
		}
		demand(url.getHost());
	}

	/**
	 * Refuses a server that is nobody's; one that is not known is left to the transport.
	 */
	static void demand(String host) {
		try {
			NobodysAddress.refuse(host, EXCEPTION);
		}
		catch (UnknownHostException unknown) {
			// the transport says so
		}
	}

}

package io.watchfloor.action;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.NobodysAddress;
import io.watchfloor.kernel.Problem;

/**
 * Keeps connectors away from addresses that are nobody's service, unless the target's
 * setting allows it. Where a connector hands over an address, it gets the one that was
 * looked at, so that no name is asked again between the look and the connection. Where
 * the JDK's HTTP client asks by itself, it is looked at before and after: the JDK keeps
 * an answer for longer than a request may take, so that what it connected to is what is
 * seen afterwards.
 */
public final class AddressGuard {

	/** The setting by which the catalog allows such an address: {@code allowed}. */
	public static final String SETTING = NobodysAddress.SETTING;

	private AddressGuard() {
	}

	/** Whether the catalog allows a target any address. */
	public static boolean allows(Target target) {
		return NobodysAddress.ALLOWED.equals(target.settings().get(SETTING));
	}

	/**
	 * Looks where a request would go. A name without an address is left to whoever sends.
	 * @throws Problem when that is nobody's service, and the target does not allow it
	 */
	public static void demand(Target target, URI uri) {
		demand(target, host(target, uri));
	}

	/**
	 * The host that an address names.
	 * @throws Problem when it names none in a way that everybody reads alike
	 */
	public static String host(Target target, URI uri) {
		String host = uri.getHost();
		if (host == null) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "Nothing was sent: '" + uri.getRawAuthority() + "' of "
					+ target.id() + " is no name of a host. Mend the address in system.yaml.");
		}
		return host;
	}

	/** As {@link #demand(Target, URI)}, for the name of a host. */
	public static void demand(Target target, String host) {
		try {
			addresses(target, host);
		}
		catch (UnknownHostException unknown) {
			// whoever sends the request says so
		}
	}

	/**
	 * Resolves a name once; what is connected to is one of these.
	 * @throws Problem when one of them is nobody's service, and the target does not allow
	 * it
	 */
	public static InetAddress[] addresses(Target target, String host) throws UnknownHostException {
		return allows(target) ? InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""))
				: NobodysAddress.refuse(host, exception(target));
	}

	/** Where to connect: the first of {@link #addresses}. */
	public static InetSocketAddress pinned(Target target, String host, int port) throws UnknownHostException {
		return new InetSocketAddress(addresses(target, host)[0], port);
	}

	/** What the catalog can say to allow it. */
	public static String exception(Target target) {
		return NobodysAddress.exception(target.id().toString());
	}

}

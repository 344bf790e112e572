package io.watchfloor.action;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * Keeps requests away from addresses that are nobody's service: a link without a router,
 * where clouds keep the credentials of the machine that asks (169.254.169.254), every
 * address at once, and groups. Asked of what the name means now, right before a request:
 * the JDK keeps that answer for the request itself.
 */
public final class AddressGuard {

	/** The setting by which the catalog allows such an address: {@code allowed}. */
	public static final String SETTING = "link-local";

	/** Of clouds that keep credentials elsewhere: AWS over IPv6, Alibaba, Oracle. */
	private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

	private AddressGuard() {
	}

	/**
	 * Looks where a request would go. A name without an address is left to whoever sends.
	 * @throws Problem when that is nobody's service, and the target does not allow it
	 */
	public static void demand(Target target, URI uri) {
		if ("allowed".equals(target.settings().get(SETTING))) {
			return;
		}
		try {
			String host = Objects.requireNonNullElse(uri.getHost(), "");
			Arrays.stream(InetAddress.getAllByName(host.replaceAll("[\\[\\]]", "")))
				.filter(AddressGuard::nobodys)
				.findFirst()
				.ifPresent((address) -> {
					throw new Problem(Problem.Category.REFUSED_BY_POLICY, "Nothing was sent: " + host + " is "
							+ address.getHostAddress()
							+ ", where machines find their own credentials and no service stands. If one does, set '"
							+ SETTING + ": allowed' for " + target.id() + " in system.yaml.");
				});
		}
		catch (UnknownHostException unknown) {
			// whoever sends the request says so
		}
	}

	private static boolean nobodys(InetAddress address) {
		return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()
				|| METADATA.contains(address.getHostAddress());
	}

}

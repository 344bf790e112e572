package io.watchfloor.kernel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Tells addresses at which nobody's service stands: a link without a router, where clouds
 * keep the credentials of the machine that asks (169.254.169.254), every address at once,
 * groups. It judges what an address is, not how it is spelt; an address of IPv4 inside
 * one of IPv6 counts as what it is.
 */
public final class NobodysAddress {

	/** The setting of a target by which the catalog allows them. */
	public static final String SETTING = "link-local";

	/** Its value. */
	public static final String ALLOWED = "allowed";

	/**
	 * Of clouds that keep credentials elsewhere: AWS over IPv6, Alibaba, Oracle, Azure.
	 */
	private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192",
			"168.63.129.16");

	private NobodysAddress() {
	}

	/** Whether it is one. */
	public static boolean is(InetAddress address) {
		return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()
				|| METADATA.contains(address.getHostAddress().replaceFirst("%.*", ""))
				|| inside(address).filter(NobodysAddress::is).isPresent();
	}

	/**
	 * Resolves a name once.
	 * @return all its addresses, with the name kept for whoever verifies certificates
	 * @throws Problem with category {@code REFUSED_BY_POLICY} when one is nobody's;
	 * whoever has an exception to offer says so
	 * @throws UnknownHostException when it has none
	 */
	public static InetAddress[] refuse(String host, String exception) throws UnknownHostException {
		InetAddress[] addresses = InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""));
		Arrays.stream(addresses).filter(NobodysAddress::is).findFirst().ifPresent((address) -> {
			throw refused(host, address, exception);
		});
		return addresses;
	}

	/** What the catalog can say to allow it. */
	public static String exception(String target) {
		return " If one does, set '" + SETTING + ": " + ALLOWED + "' for " + target + " in system.yaml.";
	}

	/** The refusal of one address. */
	public static Problem refused(String host, InetAddress address, String exception) {
		return new Problem(Problem.Category.REFUSED_BY_POLICY,
				"Nothing was sent: " + host + " is " + address.getHostAddress()
						+ ", where machines find their own credentials and no service stands." + exception);
	}

	/** The address of IPv4 that one of IPv6 leads to: compatible, 6to4, NAT64. */
	private static Optional<InetAddress> inside(InetAddress address) {
		if (!(address instanceof Inet6Address)) {
			return Optional.empty();
		}
		byte[] bytes = address.getAddress();
		boolean compatible = zero(bytes, 0, 12) && !zero(bytes, 12, 15);
		boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
		boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff
				&& (bytes[3] & 0xff) == 0x9b;
		int at = sixToFour ? 2 : 12;
		return (compatible || sixToFour || translated) ? Optional.of(v4(Arrays.copyOfRange(bytes, at, at + 4)))
				: Optional.empty();
	}

	private static boolean zero(byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			if (bytes[i] != 0) {
				return false;
			}
		}
		return true;
	}

	private static InetAddress v4(byte[] bytes) {
		try {
			return Inet4Address.getByAddress(bytes);
		}
		catch (UnknownHostException impossible) {
			throw new IllegalStateException("four bytes are an address", impossible);
		}
	}

}

package io.watchfloor.security.signin;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network an address belongs to, as far as one subscriber can change it: 24 bits of
 * IPv4, 64 bits of IPv6.
 */
final class AddressPrefix {

	private AddressPrefix() {
	}

	static String of(String address) {
		try {
			byte[] bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
			return HexFormat.of().formatHex(Arrays.copyOf(bytes, (bytes.length == 4) ? 3 : 8));
		}
		catch (IllegalArgumentException notAnAddress) {
			return "unknown";
		}
	}

}

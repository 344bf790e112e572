package io.watchfloor.catalog;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where a target listens.
 *
 * @param host name or address
 * @param port of TCP
 * @param tls whether a connection begins with a TLS handshake
 */
public record Endpoint(String host, int port, boolean tls) {

	private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "redis", 6379, "rediss", 6379,
			"postgresql", 5432, "ssh", 22);

	/**
	 * Of a URL; the scheme's own port where it names none.
	 * @return empty where it names no host, or no port and a scheme without one
	 */
	public static Optional<Endpoint> of(String url) {
		try {
			URI uri = URI.create(url.startsWith("jdbc:") ? url.substring(5) : url);
			String scheme = String.valueOf(uri.getScheme()).replaceFirst("^postgres$", "postgresql");
			int port = (uri.getPort() >= 0) ? uri.getPort() : PORTS.getOrDefault(scheme, -1);
			return Optional.ofNullable(uri.getHost())
				.filter((_) -> port > 0)
				.map((host) -> new Endpoint(host.replaceAll("[\\[\\]]", ""), port,
						scheme.equals("https") || scheme.equals("rediss")));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

}

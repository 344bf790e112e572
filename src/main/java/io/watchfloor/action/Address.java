package io.watchfloor.action;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a name or URL says about where something is; parts that it does not say are
 * absent. User and password are never part of it.
 *
 * @param scheme in lower case, {@code postgresql} for its short form
 * @param host in lower case; for a bare name that may be a database, the name
 * @param port the scheme's own when not written
 * @param path from the first slash, without one at the end; empty for the root
 */
record Address(@Nullable String scheme, @Nullable String host, int port, String path, String text) {

	private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "redis", 6379, "rediss", 6379,
			"postgresql", 5432);

	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

	static Address parse(String text) {
		String plain = text.startsWith("jdbc:") ? text.substring(5) : text;
		try {
			URI uri = new URI(plain);
			if (uri.getScheme() != null && uri.getRawSchemeSpecificPart().startsWith("//")) {
				return of(uri, text);
			}
		}
		catch (URISyntaxException notUrl) {
			// a bare name then
		}
		return new Address(null, null, -1, "", text);
	}

	private static Address of(URI uri, String text) {
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT).replaceFirst("^postgres$", "postgresql");
		String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : null;
		int port = (uri.getPort() >= 0) ? uri.getPort() : PORTS.getOrDefault(scheme, -1);
		String path = (uri.getRawPath() != null) ? uri.getRawPath().replaceFirst("/+$", "") : "";
		return new Address(scheme, host, port, path, text);
	}

	boolean url() {
		return this.scheme != null;
	}

	/** The first name in the path: a database. */
	String database() {
		return this.path.startsWith("/") ? this.path.substring(1) : this.path;
	}

	/** Whether both name the same server by the same scheme. */
	boolean sameServer(Address other) {
		return this.host != null && this.host.equals(other.host) && this.port == other.port
				&& String.valueOf(this.scheme).equals(other.scheme);
	}

	/** Whether the other stands at or below this one's path. */
	boolean covers(Address other) {
		return sameServer(other) && (other.path.equals(this.path) || other.path.startsWith(this.path + "/"));
	}

	/** How this is called from outside when it was written inside a container. */
	String inside(String container) {
		if (!url()) {
			return LOCAL.contains(this.text) ? container : this.text;
		}
		if (this.host != null && !LOCAL.contains(this.host)) {
			return this.text;
		}
		return this.scheme + "://" + container + ((this.port >= 0) ? ":" + this.port : "") + this.path;
	}

}

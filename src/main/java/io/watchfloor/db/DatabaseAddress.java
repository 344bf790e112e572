package io.watchfloor.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.watchfloor.kernel.Problem.Category;

/**
 * A database and who signs in to it.
 *
 * @param jdbcUrl as the driver wants it, without a password
 * @param user null for the driver's default
 * @param password null where the server asks for none
 */
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {

	/**
	 * Reads {@code jdbc:postgresql:…} as it is, and {@code postgresql://user:password@…}
	 * the way libpq's users write it.
	 * @throws StoreFailure when it is neither
	 */
	public static DatabaseAddress parse(String url) {
		if (url.startsWith("jdbc:postgresql:")) {
			return new DatabaseAddress(url, null, null);
		}
		if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
			return parseUri(url);
		}
		throw notUnderstood();
	}

	private static DatabaseAddress parseUri(String url) {
		URI uri = uri(url);
		String[] signIn = (uri.getRawUserInfo() != null) ? uri.getRawUserInfo().split(":", 2) : new String[0];
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		String port = (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
		return new DatabaseAddress("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
				(signIn.length > 0) ? decode(signIn[0]) : null, (signIn.length > 1) ? decode(signIn[1]) : null);
	}

	private static URI uri(String url) {
		try {
			URI uri = URI.create(url);
			if (uri.getHost() != null && uri.getRawPath() != null && uri.getRawPath().length() > 1) {
				return uri;
			}
		}
		catch (IllegalArgumentException malformed) {
			// Not passed on as the cause: its message holds the password
		}
		throw notUnderstood();
	}

	private static String decode(String text) {
		// Only %XX: a plus sign in a password is a plus sign
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static StoreFailure notUnderstood() {
		return new StoreFailure(Category.NOT_UNDERSTOOD, "watchfloor.database.url is not an address of a PostgreSQL.",
				"Write it as postgresql://user:password@host:5432/database (special characters of the "
						+ "password in percent encoding) or jdbc:postgresql://host:5432/database, "
						+ "or remove it to use the embedded PostgreSQL.",
				null);
	}

	/** The address as it may be shown: neither password nor parameters. */
	public String shown() {
		return this.jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
	}

	/** Without the password, which a log may not hold. */
	@Override
	public String toString() {
		return shown();
	}

}

package io.watchfloor.action.postgres;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Opens one connection per piece of work. Settings of a target: {@code url}
 * ({@code postgresql://host:port/database}, with or without {@code jdbc:}), {@code user},
 * {@code database}; secret: {@code password}.
 */
@Component
public class PostgresServers implements Sessions<PostgresSession> {

	static final String APPLICATION = "watchfloor";

	/** Parameters by which an address would choose what code runs, or where it goes. */
	private static final Pattern CHOOSES_CODE = Pattern.compile(
			"(?i)(^|&)(socketfactory|sslfactory|sslhostnameverifier|sslpasswordcallback|authenticationpluginclassname|xmlfactoryfactory|logger|localsocketaddress|pghost|pgport|service)");

	private final Secrets secrets;

	/** Takes what resolves passwords. */
	public PostgresServers(Secrets secrets) {
		this.secrets = secrets;
	}

	/** Opens a connection whose transaction can write nothing and lasts ten seconds. */
	@Override
	public PostgresSession reading(Target target) {
		return open(target, 20, """
				SET default_transaction_read_only = on; SET statement_timeout = '10s'; SET lock_timeout = '2s';
				SET standard_conforming_strings = on""", true);
	}

	/** Opens a connection whose statements stand alone and may take an hour. */
	@Override
	public PostgresSession changing(Target target) {
		return open(target, 3_900, """
				SET statement_timeout = '1h'; SET lock_timeout = '5s'; SET standard_conforming_strings = on""", false);
	}

	private PostgresSession open(Target target, int socketTimeout, String settings, boolean readOnly) {
		String url = url(target);
		String address = address(target);
		try {
			Connection connection = DriverManager.getConnection(url, properties(target));
			try {
				connection.setNetworkTimeout(Runnable::run, socketTimeout * 1_000);
				connection.createStatement().execute(settings);
				connection.setReadOnly(readOnly);
				connection.setAutoCommit(!readOnly);
				return new PostgresSession(connection, address);
			}
			catch (SQLException trouble) {
				connection.close();
				throw trouble;
			}
		}
		catch (SQLException trouble) {
			throw Problem.thrownIn(trouble).orElseGet(() -> PostgresTrouble.of(trouble, address));
		}
	}

	/** Whoever signs in waits shortly: the driver leaves a thread behind for so long. */
	private Properties properties(Target target) {
		Properties properties = new Properties();
		properties.setProperty("ApplicationName", APPLICATION);
		properties.setProperty("connectTimeout", "3");
		properties.setProperty("loginTimeout", "5");
		properties.setProperty("socketTimeout", "6");
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("socketFactory", GuardedSockets.class.getName());
		properties.setProperty("socketFactoryArg", GuardedSockets.argument(target));
		String user = target.settings().get("user");
		if (user != null) {
			properties.setProperty("user", user);
		}
		SecretReference password = target.secrets().get("password");
		if (password != null) {
			properties.setProperty("password", this.secrets.resolve(password));
		}
		return properties;
	}

	/** The same server, for another of its databases. */
	public static Target database(Target target, String name) {
		URI uri = URI.create(url(target).substring("jdbc:".length()));
		Map<String, String> settings = new TreeMap<>(target.settings());
		settings.put("url", "postgresql://" + uri.getRawAuthority() + "/" + name
				+ ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : ""));
		return new Target(target.id(), target.kind(), settings, target.secrets(), target.writtenAs());
	}

	/** Host, port and database, for messages. */
	public static String address(Target target) {
		String url = url(target);
		return url.substring(url.indexOf("//") + 2).replaceFirst("\\?.*", "");
	}

	/** The address for the driver: {@code jdbc:postgresql://host:port/database}. */
	public static String url(Target target) {
		String url = target.setting("url").replaceFirst("^jdbc:", "").replaceFirst("^postgres://", "postgresql://");
		try {
			URI uri = URI.create(url);
			boolean secret = url.contains("@") || url.contains("password=");
			if (CHOOSES_CODE.matcher(Objects.requireNonNullElse(uri.getRawQuery(), "")).find()) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, "The url of " + target.id()
						+ " names classes or files for the driver. Leave only sslmode, sslrootcert and the like.");
			}
			if ("postgresql".equals(uri.getScheme()) && uri.getRawAuthority() != null && !secret) {
				String path = String.valueOf(uri.getRawPath());
				String database = (path.length() > 1) ? path
						: "/" + target.settings().getOrDefault("database", "postgres");
				return "jdbc:postgresql://" + uri.getRawAuthority() + database
						+ ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "");
			}
		}
		catch (IllegalArgumentException malformed) {
			// the problem below says it
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The url of " + target.id()
				+ " must look like postgresql://host:5432/database, without user and password.");
	}

}

package io.watchfloor.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;

import io.watchfloor.sandbox.app.RunningSystem;

/** Reaches a system of the sandbox as the console's connectors do: by its address. */
record Client(RunningSystem system) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		URI address = URI.create(this.system.app().url() + path);
		return HTTP.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
				BodyHandlers.ofString());
	}

	String body(String path) {
		try {
			return get(path).body();
		}
		catch (IOException | InterruptedException failure) {
			return failure.toString();
		}
	}

	/** The sum of all samples whose line begins so. */
	double metric(String beginning) {
		return body("/metrics").lines()
			.filter((line) -> line.matches(Pattern.quote(beginning) + ".*"))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	/** Signs in as the owner and asks for one number. */
	long number(String sql) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", this.system.system().owner());
		properties.setProperty("password", this.system.password().value());
		try (Connection connection = DriverManager.getConnection(this.system.databaseUrl(), properties);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	/** How many keys match, counted by SCAN. */
	long keys(String prefix) {
		long[] count = { 0 };
		this.system.cache().scan(prefix, (values) -> {
			count[0] += values.size();
			return true;
		});
		return count[0];
	}

}

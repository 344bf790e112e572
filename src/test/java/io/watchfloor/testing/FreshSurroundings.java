package io.watchfloor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.FileSystemUtils;

/** Gives a context a database and a data folder that nobody has used. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FreshSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Path data = temporaryFolder();
		TestPropertyValues
			.of("watchfloor.data=" + data,
					"watchfloor.database.url=" + TestServer.server().getJdbcUrl("postgres", TestServer.freshDatabase()),
					"watchfloor.database.connections=8", "watchfloor.sandbox.enabled=false")
			.applyTo(context);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("watchfloor-test");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException leftBehind) {
			// The temporary folder is the machine's to clean
		}
	}

}

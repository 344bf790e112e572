package io.watchfloor.journey;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Law 9: PostgreSQL and the targets are all it needs. */
class StandsAloneTests {

	@Test
	void theConsoleAndItsSandboxStartWhereThereIsNoNetwork(@TempDir Path folder) throws Exception {
		Assumptions.assumeTrue(mayTakeTheNetworkAway(), "unshare --net is not allowed here");
		try (Console console = Console.startWithoutANetwork(folder)) {
			assertThat(console.link()).startsWith("http://localhost:");
		}
	}

	private static boolean mayTakeTheNetworkAway() throws InterruptedException {
		try {
			return new ProcessBuilder("unshare", "--net", "ip", "link", "set", "lo", "up").start().waitFor() == 0;
		}
		catch (IOException noSuchProgram) {
			return false;
		}
	}

}

package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the real kubectl sends for a line, and what our action sends, are the same. */
class EquivalenceTests {

	private static final long SEED = 20261121;

	private final RecordedKubectl kubectl = new RecordedKubectl();

	private final List<String> differences = new ArrayList<>();

	private ApiServer server = new ApiServer();

	private Console console = new Console(this.server);

	@AfterEach
	void close() {
		this.console.close();
		this.server.close();
	}

	@Test
	void readsSendTheSameRequests() {
		Set<String> lines = new LinkedHashSet<>(new KubectlLines(SEED).reads(80));
		lines.addAll(RunbookLines.READS);
		for (String line : lines) {
			Fixture.fill(this.server.objects);
			this.server.forget();
			String printed = this.kubectl.run(line, this.server);
			Set<String> theirs = Sent.of(this.server.requests(), line);
			this.server.forget();
			this.console.run(line);
			Set<String> ours = Sent.of(this.server.requests(), line);
			compare(line, theirs, ours, printed);
		}
		assertThat(this.differences).as("seed %d, %d lines", SEED, lines.size()).isEmpty();
		assertThat(lines).hasSizeGreaterThan(60);
	}

	@Test
	void changesSendTheSameRequests() {
		Set<String> lines = new LinkedHashSet<>(new KubectlLines(SEED).changes(100));
		lines.addAll(RunbookLines.CHANGES);
		for (String line : lines) {
			this.server.objects.clear();
			Fixture.fill(this.server.objects);
			this.server.forget();
			String printed = this.kubectl.run(line, this.server);
			List<String> theirs = Sent.changes(this.server.requests(), line);
			this.server.objects.clear();
			Fixture.fill(this.server.objects);
			this.server.forget();
			List<String> ours = changes(line);
			compare(line, Set.copyOf(theirs), Set.copyOf(ours), printed);
		}
		assertThat(this.differences).as("seed %d, %d lines", SEED, lines.size()).isEmpty();
		assertThat(lines).hasSizeGreaterThan(60);
	}

	/** What kubectl would do although nothing changes, we refuse to plan. */
	private List<String> changes(String line) {
		try {
			this.console.run(line);
		}
		catch (io.watchfloor.kernel.Problem refused) {
			if (this.server.requests().stream().anyMatch((request) -> !request.reads())) {
				throw refused;
			}
		}
		return Sent.changes(this.server.requests(), line);
	}

	private void compare(String line, Set<String> theirs, Set<String> ours, String printed) {
		if (!theirs.equals(ours)) {
			this.differences.add("\n" + line + "\n  kubectl: " + theirs + "\n  console: " + ours + "\n  printed: "
					+ printed.lines().findFirst().orElse(""));
		}
	}

}

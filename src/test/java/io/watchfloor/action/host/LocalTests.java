package io.watchfloor.action.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On this machine. */
class LocalTests {

	@TempDir
	private Path folder;

	private Target target;

	private final HostReadHandler handler = new HostReadHandler(LocalHosts.create(), Clock.systemUTC());

	@BeforeEach
	void files() throws IOException {
		Files.writeString(this.folder.resolve("app.log"), "one\ntwo error\nthree\n");
		Files.writeString(this.folder.resolve("old.log"), "error\n");
		this.target = Targets.target("here", "host",
				Map.of("via", "local", "paths", this.folder.toString(), "folder", this.folder.toString()));
	}

	@Test
	void theFullestDiskIsTheFigure() {
		Reading reading = read(new HostRead(HostTool.DF, "-h", "/"));
		assertThat(reading.known()).isTrue();
		assertThat(reading.value()).isBetween(0.0, 100.0);
		assertThat(reading.unit()).isEqualTo("%");
		assertThat(read(new HostRead(HostTool.UPTIME)).known()).isTrue();
	}

	@Test
	void patternsAreLookedUpWithoutAShell() {
		Reading reading = read(new HostRead(HostTool.WC, List.of("-l"), List.of(this.folder + "/*.log")));
		assertThat(reading.text()).contains("app.log", "old.log", "4 total");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> read(new HostRead(HostTool.LS, List.of(), List.of(this.folder + "/*.txt"))))
			.withMessageContaining("No files match");
	}

	@Test
	void nothingFoundIsAnAnswerAndTroubleIsNot() {
		assertThat(read(new HostRead(HostTool.GREP, "nonsense", "app.log")).summary()).isEqualTo("nothing found");
		Reading absent = read(new HostRead(HostTool.CAT, "absent.log"));
		assertThat(absent.known()).isFalse();
		assertThat(absent.summary()).contains("ended with 1", "No such file");
	}

	@Test
	void followingIsOneLook() {
		assertThat(read(new HostRead(HostTool.TAIL, "-n", "1", "-f", "app.log")).text()).isEqualTo("three\n");
	}

	@Test
	void otherPathsAreRefusedAndSayHowToAllowThem() {
		for (String path : List.of("/etc/hosts", this.folder + "/../x", this.folder + "x/a", "../x")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(new HostRead(HostTool.CAT, path)))
				.as(path)
				.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.REFUSED_BY_POLICY));
		}
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(new HostRead(HostTool.CAT, "/etc/hosts")))
			.withMessageContaining("add its folder to 'paths'");
	}

	@Test
	void theEnvironmentIsNotPassedOn() {
		HostAnswer answer = LocalProcesses.run(new HostCommand(List.of("env"), null), Map.of("A", "b"));
		assertThat(answer.output().lines()).containsExactlyInAnyOrder("A=b", "LC_ALL=C.UTF-8",
				"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
	}

	@Test
	void whatDoesNotEndIsStoppedAndWhatSaysTooMuchIsCut() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> LocalProcesses.run(new HostCommand(List.of("sleep", "60"), null, Duration.ofMillis(200)),
					Map.of()))
			.withMessageContaining("did not end within");
		HostAnswer answer = LocalProcesses.run(new HostCommand(List.of("head", "-c", "3000000", "/dev/zero"), null),
				Map.of());
		assertThat(answer.cut()).isTrue();
		assertThat(answer.output()).hasSize(HostCommand.MOST_BYTES);
	}

	@Test
	void aProgramThatIsNotThereIsNamed() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> LocalProcesses.run(new HostCommand(List.of("no-such-tool"), null), Map.of()))
			.withMessageContaining("is not installed on this machine");
	}

	private Reading read(HostRead action) {
		return this.handler.read(action, this.target, RunContext.none());
	}

}

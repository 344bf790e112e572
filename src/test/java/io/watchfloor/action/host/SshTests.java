package io.watchfloor.action.host;

import java.util.Map;
import java.nio.file.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.watchfloor.catalog.Target;
import io.watchfloor.action.Verification;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Against Debian's sshd and a real /bin/sh behind it. */
class SshTests {

	private static final List<String> PIECES = List.of("'", "\"", "\\", "$(id)", "`id`", "$HOME", ";", "&&", "|", ">",
			"\n", "\r", "\t", " ", "*", "?", "[a]", "{a,b}", "~", "#", "!", "!!", "-n", "--", "\u0001", "\u001b[31m",
			"\u00e4", "\ud83d\ude00", "\u202e", "%s", "\\0", "$'x'", "a", "EOF", "''", "'\\''", "=", "&", "(", ")", "<",
			"\u007f");

	private static LiveSshd sshd;

	private static SshSessions sessions;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		sshd = new LiveSshd();
		sessions = LiveSshd.sessions();
	}

	@AfterAll
	static void stop() {
		if (sshd != null) {
			sessions.destroy();
			sshd.close();
		}
	}

	@Test
	void tenThousandHostileWordsArriveAsTheyAre() throws IOException {
		long seed = 20_260_301;
		Random random = new Random(seed);
		SshVia via = new SshVia(sessions);
		for (int round = 0; round < 100; round++) {
			List<String> words = new ArrayList<>(List.of("/usr/bin/printf", "%s\\0"));
			for (int i = 0; i < 100; i++) {
				words.add(hostile(random));
			}
			HostAnswer answer = via.run(sshd.target(), new HostCommand(words, null));
			assertThat(answer.exit()).isZero();
			assertThat(Arrays.asList(answer.output().split("\0", -1)).subList(0, 100))
				.as("seed %d, round %d", seed, round)
				.isEqualTo(words.subList(2, 102));
		}
	}

	private static String hostile(Random random) {
		StringBuilder word = new StringBuilder();
		for (int i = random.nextInt(6); i >= 0; i--) {
			word.append(PIECES.get(random.nextInt(PIECES.size())));
		}
		return word.toString();
	}

	@Test
	void aReadRunsOnTheHost() throws IOException {
		Files.writeString(sshd.folder().resolve("it's a log"), "one\ntwo error\n");
		HostReadHandler handler = new HostReadHandler(new Hosts(List.of(new SshVia(sessions))), Clock.systemUTC());
		Reading reading = handler.read(new HostRead(HostTool.GREP, "error", sshd.folder() + "/it's a log"),
				sshd.target(), RunContext.none());
		assertThat(reading.known()).isTrue();
		assertThat(reading.text()).isEqualTo("two error\n");
	}

	@Test
	void anotherHostKeyIsNotSignedInTo() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> new SshVia(sessions).run(sshd.target("SHA256:" + "A".repeat(43)),
					new HostCommand(List.of("id"), null)))
			.withMessageContaining("shows the host key SHA256:")
			.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.TARGET_SAID_NO));
	}

	@Test
	void aCommandThatDoesNotEndIsGivenUp() throws IOException {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> new SshVia(sessions).run(sshd.target(),
					new HostCommand(List.of("sleep", "60"), null, Duration.ofMillis(300))))
			.withMessageContaining("did not end within");
	}

	@Test
	void aProgramThatIsNotThereIsNamed() throws IOException {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> new SshVia(sessions).run(sshd.target(), new HostCommand(List.of("no-such-tool"), null)))
			.withMessageContaining("'no-such-tool' is not installed");
	}

	@Test
	void aFileIsReplacedThereByWhatIsFedAndNothingOfItStandsInACommand() throws IOException {
		Target target = sshd.target();
		Path file = Path.of(target.setting("paths"), "app'env");
		Files.writeString(file, "A=1\nTOKEN=hunter2\n");
		Hosts hosts = new Hosts(List.of(new SshVia(sessions)));
		Trial<EnvFileEdit> trial = new Trial<>(new EnvFileEditHandler(hosts, Clock.systemUTC()), target);
		EnvFileEdit action = new EnvFileEdit(file.toString(), Map.of("A", "2 \u00fc"), List.of());
		Plan plan = trial.run(action);
		assertThat(plan.calls().toString()).doesNotContain("hunter2");
		assertThat(Files.readString(file)).isEqualTo("A='2 \u00fc'\nTOKEN=hunter2\n");
		assertThat(trial.state(action, plan)).isEqualTo(Verification.State.HOLDS);
		trial.undo(action, plan, (back) -> assertThat(back.changes()).hasSize(1));
		assertThat(Files.readString(file)).isEqualTo("A=1\nTOKEN=hunter2\n");
	}

	@Test
	void aFileIsCopiedThereAndTheCopyIsCompared() throws IOException {
		Target target = sshd.target();
		Path folder = Path.of(target.setting("paths"));
		Files.writeString(folder.resolve("a b"), "one\n");
		Hosts hosts = new Hosts(List.of(new SshVia(sessions)));
		Trial<FileCopy> trial = new Trial<>(new FileCopyHandler(hosts, Clock.systemUTC()), target);
		FileCopy action = new FileCopy(folder + "/a b", folder + "/c d", false);
		Plan plan = trial.run(action);
		assertThat(Files.readString(folder.resolve("c d"))).isEqualTo("one\n");
		assertThat(trial.state(action, plan)).isEqualTo(Verification.State.HOLDS);
		Files.writeString(folder.resolve("c d"), "two\n");
		assertThat(trial.state(action, plan)).isEqualTo(Verification.State.NOT_YET);
	}

}

package io.watchfloor.action.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Real logrotate, with settings in a folder of the test. */
class LogConfigTests {

	private static final String FILE = "/etc/logrotate.d/app";

	@TempDir
	private Path root;

	private String before;

	private String wanted;

	private Path file;

	private RootedVia via;

	private Trial<LogConfig> trial;

	@BeforeEach
	void settings() throws IOException {
		RealServers.require("logrotate", "logrotate");
		Files.setPosixFilePermissions(this.root, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.before = this.root + "/app.log {\n\tweekly\n\trotate 4\n\tmissingok\n}\n";
		this.wanted = this.before.replace("weekly", "daily").replace("rotate 4", "rotate 14\n\tcompress");
		this.file = this.root.resolve("etc/logrotate.d/app");
		Files.createDirectories(this.file.getParent());
		Files.writeString(this.file, this.before);
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-r--r--"));
		this.via = new RootedVia(this.root);
		this.trial = new Trial<>(new LogConfigHandler(new Hosts(List.of(this.via)), Clock.systemUTC()), Targets
			.target("here", "host", Map.of("via", "local", "paths", "/etc/logrotate.d,/etc/systemd/journald.conf.d")));
	}

	@Test
	void theFileIsExchangedAndComesBack() throws IOException {
		LogConfig action = new LogConfig(FILE, this.wanted, "");
		Plan plan = this.trial.plan(action);
		assertThat(this.via.ran).allSatisfy((words) -> assertThat(words.getFirst()).isIn("stat", "sha256sum", "cat"));
		assertThat(plan.changes()).containsExactly(new Plan.Change("line 2", "\tweekly", null),
				new Plan.Change("line 3", "\trotate 4", null), new Plan.Change("line 2", null, "\tdaily"),
				new Plan.Change("line 3", null, "\trotate 14"), new Plan.Change("line 4", null, "\tcompress"));
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(this.trial.state(action, plan)).isEqualTo(State.NOT_YET);
		this.trial.run(action, plan);
		assertThat(this.file).hasContent(this.wanted);
		assertThat(this.trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(this.file.getParent()).isDirectoryNotContaining("glob:**new*");
		this.trial.undo(action, plan,
				(back) -> assertThat(back.changes()).contains(new Plan.Change("line 2", null, "\tweekly")));
		assertThat(this.file).hasContent(this.before);
		assertThat(this.trial.state(action, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void aFileThatIsNewGoesAgainAndIsKeptBeside() {
		LogConfig action = new LogConfig("/etc/logrotate.d/fresh", this.wanted.replace("app.log", "fresh.log"), "");
		Plan plan = this.trial.run(action);
		Path fresh = this.root.resolve("etc/logrotate.d/fresh");
		assertThat(this.trial.state(action, plan)).isEqualTo(State.HOLDS);
		LogConfig away = (LogConfig) this.trial.undoOf(action, plan).orElseThrow();
		Plan gone = this.trial.run(away);
		assertThat(fresh).doesNotExist();
		assertThat(this.trial.state(away, gone)).isEqualTo(State.HOLDS);
		this.trial.undo(away, gone, (back) -> assertThat(back.calls()).isNotEmpty());
		assertThat(fresh).exists();
	}

	@Test
	void whatLogrotateRefusesIsNotExchanged() {
		LogConfig action = new LogConfig(FILE, this.before.replace("rotate 4", "rotaet 4"), "");
		Plan plan = this.trial.plan(action);
		assertThat(this.trial.outcome(action, plan)).isInstanceOfSatisfying(Outcome.Failed.class,
				(failed) -> assertThat(failed.message()).contains("unknown option 'rotaet'").contains("as it was"));
		assertThat(this.file).hasContent(this.before);
	}

	@Test
	void whatWasChangedMeanwhileOrAfterwardsIsNoticed() throws IOException {
		LogConfig action = new LogConfig(FILE, this.wanted, "");
		Plan plan = this.trial.plan(action);
		Files.writeString(this.file, this.before + "# another hand\n");
		assertThat(this.trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		Plan again = this.trial.run(action);
		Files.writeString(this.file, this.before);
		assertThat(this.trial.state(action, again)).isEqualTo(State.NOT_YET);
		assertThat(this.trial.probe(action, again).finding()).isEqualTo(Finding.CANNOT_TELL);
	}

	@Test
	void secretsAreHiddenInWhatGoesAndRefusedInWhatComes() throws IOException {
		Files.writeString(this.file, this.before.replace("missingok", "# token=hunter2"));
		assertThat(this.trial.plan(new LogConfig(FILE, this.before, "")).toString()).doesNotContain("hunter2")
			.contains("[hidden]");
		assertThatThrownBy(() -> new LogConfig(FILE, "# curl https://u:pw@host/\n", ""))
			.hasMessageContaining("password or a token");
	}

	@Test
	void onlyFilesOfTheListInAllowedFoldersAreTaken() throws IOException {
		for (String path : List.of("/etc/passwd", "/etc/logrotate.d/../passwd", "/etc/logrotate.d/a.sh",
				"/etc/systemd/journald.conf.d/x", "app")) {
			assertThatThrownBy(() -> new LogConfig(path, "x", "")).as(path)
				.isInstanceOf(IllegalArgumentException.class);
		}
		assertThatThrownBy(() -> this.trial.plan(new LogConfig("/etc/logrotate.conf", "weekly", "")))
			.hasMessageContaining("add its folder to 'paths'");
		Files.createSymbolicLink(this.root.resolve("etc/logrotate.d/link"), this.file);
		assertThatThrownBy(() -> this.trial.plan(new LogConfig("/etc/logrotate.d/link", this.wanted, "")))
			.hasMessageContaining("no plain file");
		assertThatThrownBy(() -> this.trial.plan(new LogConfig(FILE, "", ""))).hasMessageContaining("missing");
		assertThatThrownBy(() -> this.trial.plan(new LogConfig(FILE, this.before, "")))
			.hasMessageContaining("nothing to do");
	}

	@Test
	void journaldKnowsItsOwnWordsOnly() throws IOException {
		Files.createDirectories(this.root.resolve("etc/systemd/journald.conf.d"));
		String place = "/etc/systemd/journald.conf.d/size.conf";
		assertThatThrownBy(() -> new LogConfig(place, "[Journal]\nSystemMaxUsed=1G\n", ""))
			.hasMessageContaining("knows no 'SystemMaxUsed=1G'");
		LogConfig action = new LogConfig(place, "[Journal]\nSystemMaxUse=1G\n", "");
		Plan plan = this.trial.run(action);
		assertThat(this.trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(plan.warnings().toString()).contains("restart systemd-journald");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sudo nano /etc/logrotate.d/app", "vi /etc/systemd/journald.conf" })
	void anEditorOnThemAsksWhatTheyShallSay(String line) {
		Action action = Lines.call(line, new HostReader()).action();
		assertThat(action).isInstanceOfSatisfying(LogConfig.class, (asking) -> {
			assertThat(asking.asks()).hasSize(1);
			assertThat(asking.answered(Map.of(asking.asks().getFirst().name(), "# none\r\n")))
				.isEqualTo(new LogConfig(asking.file(), "# none\n", ""));
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "nano /etc/hosts", "nano", "vi /etc/logrotate.d/app /etc/hosts", "vim -R /etc/logrotate.d/a" })
	void otherFilesStayAPersons(String line) {
		assertThat(Lines.reason(line, new HostReader())).contains("is an editor");
	}

}

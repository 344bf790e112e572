package io.watchfloor.action.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of this machine. */
class EnvFileEditTests {

	private static final String BEFORE = """
			# the cache
			CACHE_TTL=15
			export LOG_LEVEL="info"
			DB_PASSWORD=hunter2 $x "y
			""";

	@TempDir
	private Path folder;

	private Path file;

	private Trial<EnvFileEdit> trial;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.folder.resolve("app.env"), BEFORE);
		Files.setPosixFilePermissions(this.file, PosixFilePermissions.fromString("rw-r-----"));
		this.trial = new Trial<>(new EnvFileEditHandler(LocalHosts.create(), Clock.systemUTC()),
				Targets.target("here", "host", Map.of("via", "local", "paths", this.folder.toString())));
	}

	private EnvFileEdit edit(Map<String, String> set, String... remove) {
		return new EnvFileEdit(this.file.toString(), set, List.of(remove));
	}

	@Test
	void onlyTheNamedVariablesChangeAndComeBack() throws IOException {
		EnvFileEdit action = edit(Map.of("CACHE_TTL", "60", "NEW_ONE", "a b"), "LOG_LEVEL");
		Plan plan = this.trial.plan(action);
		assertThat(Files.readString(this.file)).as("planning writes nothing").isEqualTo(BEFORE);
		assertThat(plan.changes()).containsExactly(new Plan.Change("CACHE_TTL", "15", "60"),
				new Plan.Change("LOG_LEVEL", "info", null), new Plan.Change("NEW_ONE", null, "a b"));
		assertThat(plan.toString()).doesNotContain("hunter2");
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(this.trial.state(action, plan)).isEqualTo(State.NOT_YET);
		Recorder recorder = this.trial.run(action, plan);
		assertThat(String.join("", recorder.output)).doesNotContain("hunter2");
		assertThat(Files.readString(this.file)).isEqualTo("""
				# the cache
				CACHE_TTL=60
				DB_PASSWORD=hunter2 $x "y
				NEW_ONE='a b'
				""");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.file))).isEqualTo("rw-r-----");
		assertThat(this.folder).isDirectoryNotContaining("glob:**new");
		assertThat(this.trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		this.trial.undo(action, plan,
				(back) -> assertThat(back.changes()).contains(new Plan.Change("NEW_ONE", "a b", null)));
		assertThat(EnvFile.of(new HostFile("x", Files.readString(this.file)))).satisfies((now) -> {
			assertThat(now.value("CACHE_TTL")).contains("15");
			assertThat(now.value("LOG_LEVEL")).contains("info");
			assertThat(now.value("NEW_ONE")).isEmpty();
		});
		assertThat(this.trial.state(action, plan)).as("what was undone does not hold").isEqualTo(State.NOT_YET);
	}

	@Test
	void whatSomebodyElseWroteIsNotOverwritten() throws IOException {
		EnvFileEdit action = edit(Map.of("CACHE_TTL", "60"));
		Plan plan = this.trial.plan(action);
		Files.writeString(this.file, BEFORE + "LATER=1\n");
		assertThat(this.trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(Files.readString(this.file)).endsWith("LATER=1\n");
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
		this.trial.run(action);
		Files.writeString(this.file, BEFORE);
		assertThat(this.trial.verify(action, plan).observed()).isEqualTo("CACHE_TTL is 15");
	}

	@Test
	void secretsOtherFoldersAndOtherFilesAreRefused() throws IOException {
		assertThatThrownBy(() -> edit(Map.of("DB_PASSWORD", "x"))).hasMessageContaining("a secret by its name");
		assertThatThrownBy(() -> edit(Map.of("CACHE", "redis://u:p@h/0"))).hasMessageContaining("carries a password");
		assertThatThrownBy(() -> edit(Map.of("A", "x\nB=y"))).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> edit(Map.of("A", "it's"))).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> this.trial.plan(new EnvFileEdit("/etc/environment", Map.of("A", "1"), List.of())))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("add its folder to 'paths'");
		assertThatThrownBy(() -> this.trial.plan(edit(Map.of("CACHE_TTL", "15"))))
			.hasMessageContaining("nothing to do");
		Files.writeString(this.file, "server { listen 80; }\n");
		assertThatThrownBy(() -> this.trial.plan(edit(Map.of("A", "1")))).hasMessageContaining("no file of variables");
		Files.writeString(this.file, "A=1\nA=2\n");
		assertThatThrownBy(() -> this.trial.plan(edit(Map.of("A", "1")))).hasMessageContaining("stands twice");
		Files.writeString(this.file, "A=$OTHER\nURL=redis://u:p@h/0\n");
		assertThatThrownBy(() -> this.trial.plan(edit(Map.of("A", "1")))).hasMessageContaining("put back exactly");
		assertThatThrownBy(() -> this.trial.plan(edit(Map.of("URL", "1")))).hasMessageContaining("carries a password");
	}

	@Test
	void aFileThatCannotBeWrittenStaysAsItIs() throws IOException {
		EnvFileEdit action = edit(Map.of("CACHE_TTL", "60"));
		Plan plan = this.trial.plan(action);
		Path beside = this.folder.resolve("app.env.watchfloor-new");
		Files.createDirectory(beside);
		Files.createDirectory(beside.resolve("app.env"));
		Outcome outcome = this.trial.outcome(action, plan);
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(Files.readString(this.file)).isEqualTo(BEFORE);
	}

}

package io.watchfloor.action.host.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.host.HostFile;
import io.watchfloor.action.host.LocalHosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Scripts of this machine. */
class ScriptRunTests {

	@TempDir
	private Path folder;

	private Trial<ScriptRun> trial;

	@BeforeEach
	void scripts() throws IOException {
		String tell = script("tell.sh",
				"#!/bin/sh\nprintf '%s|' \"$@\"; echo; echo \"$2\" > " + this.folder + "/told\n");
		String check = script("check.sh", "#!/bin/sh\ntest -f " + this.folder + "/told\n");
		String forget = script("forget.sh", "#!/bin/sh\nrm " + this.folder + "/told\n");
		String fail = script("fail.sh", "#!/bin/sh\necho first\necho 'no disk' >&2\nexit 3\n");
		String slow = script("slow.sh", "#!/bin/sh\necho begun\nsleep 60\n");
		String plain = script("plain.sh", "#!/bin/sh\n");
		this.trial = new Trial<>(new ScriptRunHandler(LocalHosts.create(), Clock.systemUTC()), target("""
				tell %s DISRUPTIVE check:check undo:forget --mode mode=fast|full text=.*
				check %s reversible
				forget %s
				fail %s disruptive
				slow %s disruptive
				plain %s read
				odd /no/digest
				gone /no/such/file %s
				""".formatted(tell, check, forget, fail, slow, plain, "0".repeat(64))));
	}

	private Target target(String scripts) {
		return Targets.target("here", "host", Map.of("via", "local", "scripts", scripts));
	}

	private String script(String name, String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), text);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
		return file + " " + new HostFile("", text).digest();
	}

	private static ScriptRun run(String name) {
		return new ScriptRun(name, Map.of(), Risk.DESTRUCTIVE);
	}

	private ScriptRun tell(String text) {
		return new ScriptRun("tell", Map.of("mode", "fast", "text", text), Risk.DISRUPTIVE);
	}

	@Test
	void itRunsWithItsWordsIsCheckedAndTakenBack() {
		String hostile = "$(id) `id` '\" ; > x | y && \\ *";
		ScriptRun action = tell(hostile);
		Plan plan = this.trial.plan(action);
		assertThat(this.folder.resolve("told")).as("planning runs nothing").doesNotExist();
		assertThat(plan.samples()).first().isEqualTo("#!/bin/sh");
		assertThat(this.trial.state(action, plan)).isEqualTo(State.NOT_YET);
		Recorder recorder = this.trial.run(action, plan);
		assertThat(recorder.output).containsExactly("--mode|fast|" + hostile + "|");
		assertThat(this.trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		ScriptRun undo = (ScriptRun) this.trial.undoOf(action, plan).orElseThrow();
		assertThat(undo).isEqualTo(new ScriptRun("forget", action.values(), Risk.DESTRUCTIVE));
	}

	@Test
	void theUndoRunsAndTheCheckNoticesIt() {
		ScriptRun action = tell("x");
		Plan plan = this.trial.run(action);
		this.trial.run(run("forget"));
		assertThat(this.trial.state(action, plan)).isEqualTo(State.NOT_YET);
		assertThat(this.trial.probe(action, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
	}

	@Test
	void whatIsNotAsItWasRegisteredDoesNotRun() throws IOException {
		ScriptRun action = tell("x");
		Plan plan = this.trial.plan(action);
		Files.writeString(this.folder.resolve("tell.sh"), "#!/bin/sh\ntouch " + this.folder + "/bad\n",
				StandardCharsets.UTF_8);
		assertThat(this.trial.outcome(action, plan)).isInstanceOfSatisfying(Outcome.Refused.class,
				(refused) -> assertThat(refused.message()).contains("is not what was registered"));
		assertThat(this.folder.resolve("bad")).doesNotExist();
		assertThatThrownBy(() -> this.trial.plan(action)).isInstanceOf(Problem.class).hasMessageContaining("pinned");
	}

	@Test
	void aFileThatChangesWhileItRunsLeavesItUnknown() throws IOException {
		String text = "#!/bin/sh\necho '#' >> \"$0\"\n";
		String self = script("self.sh", text);
		Trial<ScriptRun> other = new Trial<>(new ScriptRunHandler(LocalHosts.create(), Clock.systemUTC()),
				target("self " + self));
		Plan plan = other.plan(run("self"));
		assertThat(other.outcome(run("self"), plan)).isInstanceOf(Outcome.Unknown.class);
	}

	@Test
	void argumentsAreHeldToTheirPatterns() {
		assertThatThrownBy(
				() -> this.trial.plan(new ScriptRun("tell", Map.of("mode", "slow", "text", "x"), Risk.DESTRUCTIVE)))
			.hasMessageContaining("'mode' must be given and match fast|full");
		assertThatThrownBy(() -> this.trial.plan(new ScriptRun("tell", Map.of("mode", "fast"), Risk.DESTRUCTIVE)))
			.hasMessageContaining("'text'");
		assertThatThrownBy(() -> this.trial.plan(new ScriptRun("plain", Map.of("more", "x"), Risk.DESTRUCTIVE)))
			.hasMessageContaining("takes no argument 'more'");
		assertThatThrownBy(() -> tell("--rm")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> tell("a\nb")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void theRiskIsTheRegistrationsAndDestructiveWhenItDoesNotSay() {
		assertThatThrownBy(() -> this.trial.plan(new ScriptRun("forget", Map.of(), Risk.DISRUPTIVE)))
			.hasMessageContaining("registered as DESTRUCTIVE");
		assertThatThrownBy(() -> new ScriptRun("plain", Map.of(), Risk.READ)).hasMessageContaining("never taken");
		assertThat(this.trial.plan(new ScriptRun("plain", Map.of(), Risk.REVERSIBLE)).undo()).startsWith("None");
	}

	@Test
	void whatIsNotRegisteredOrMisspeltIsRefused() {
		assertThatThrownBy(() -> this.trial.plan(run("other"))).hasMessageContaining("is not registered");
		assertThatThrownBy(() -> this.trial.plan(run("odd"))).hasMessageContaining("is not understood");
		assertThatThrownBy(() -> this.trial.plan(run("gone"))).hasMessageContaining("cannot be read");
		Trial<ScriptRun> broken = new Trial<>(new ScriptRunHandler(LocalHosts.create(), Clock.systemUTC()),
				target("bad /x " + "0".repeat(64) + " a=["));
		assertThatThrownBy(() -> broken.plan(run("bad"))).hasMessageContaining("is no pattern");
	}

	@Test
	void anExitThatIsNotZeroIsAFailureThatSaysWhatStands() {
		ScriptRun action = new ScriptRun("fail", Map.of(), Risk.DISRUPTIVE);
		Plan plan = this.trial.plan(action);
		Recorder recorder = new Recorder(plan);
		assertThat(this.trial.outcome(action, plan, recorder))
			.isEqualTo(new Outcome.Failed("fail ended with 3: no disk. What it did until then is done."));
		assertThat(recorder.output).contains("first", "no disk");
		assertThat(this.trial.state(action, plan)).isEqualTo(State.UNKNOWN);
	}

	@Test
	void linesAreToldWhileItRunsAndAWishToStopIsHeard() {
		ScriptRun action = new ScriptRun("slow", Map.of(), Risk.DISRUPTIVE);
		Plan plan = this.trial.plan(action);
		Recorder recorder = new Recorder(plan) {
			@Override
			public boolean cancelled() {
				return this.output.contains("begun");
			}
		};
		assertThat(this.trial.outcome(action, plan, recorder)).isInstanceOfSatisfying(Outcome.Unknown.class,
				(unknown) -> assertThat(unknown.message()).contains("stopped on request"));
		await().until(() -> ProcessHandle.current()
			.descendants()
			.noneMatch((process) -> process.info().commandLine().orElse("").contains("slow.sh")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "run-script check", "run-script --risk=disruptive tell mode=fast 'text=a b'",
			"run-script tell mode=full" })
	void aLineIsReadAndShownAsTheSame(String line) {
		Action action = Lines.call(line, new ScriptLines()).action();
		assertThat(Lines.call(action.commandLine(), new ScriptLines()).action()).isEqualTo(action);
		assertThat(action.risk()).isEqualTo(line.contains("--risk") ? Risk.DISRUPTIVE : Risk.DESTRUCTIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "run-script", "run-script --risk=none x", "run-script --risk=read x", "run-script x y",
			"run-script x a=1 a=2", "run-script ../x", "run-script x a=$A", "run-script --force x", "run-script x a=-r",
			"run-script x | sh", "run-script x > y" })
	void anotherWordIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new ScriptLines())).isNotBlank();
	}

}

package io.watchfloor.action.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.Actions;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Verification;
import io.watchfloor.action.host.UnitChange.Verb;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Files and processes of this machine; systemd by a stand-in that keeps states. */
class HostChangeTests {

	@TempDir
	private Path folder;

	private final Units units = new Units();

	private Target target;

	private Actions actions;

	@BeforeEach
	void files() throws IOException {
		for (String name : List.of("a.log", "it's b.log", "c.txt", "new.log")) {
			Path file = Files.writeString(this.folder.resolve(name), "x".repeat(1000));
			if (!name.startsWith("new")) {
				Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
			}
		}
		this.target = Targets.target("here", "host", Map.of("via", "local", "paths", this.folder.toString()));
		Clock clock = Clock.systemUTC();
		Hosts local = LocalHosts.create();
		this.actions = Connectors.of(List.<ActionHandler<?>>of(new OldFilesHandler(local, clock),
				new ProcessEndHandler(local, clock), new UnitChangeHandler(new Hosts(List.of(this.units)), clock)));
	}

	@Test
	void exactlyTheListedFilesGo() throws IOException {
		Action delete = new OldFiles(OldFiles.Verb.DELETE, this.folder.toString(), "*.log", 30);
		Plan plan = this.actions.preview(delete, this.target).plan();
		assertThat(plan.samples()).containsExactlyInAnyOrder(this.folder + "/a.log", this.folder + "/it's b.log");
		Path late = Files.writeString(this.folder.resolve("late.log"), "came after the plan");
		Files.setLastModifiedTime(late, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
		execute(delete, plan);
		assertThat(this.folder.resolve("a.log")).doesNotExist();
		assertThat(this.folder.resolve("it's b.log")).doesNotExist();
		assertThat(late).exists();
		assertThat(this.folder.resolve("c.txt")).exists();
		assertThat(this.folder.resolve("new.log")).exists();
		assertThat(this.actions.changes(delete).probe(delete, plan, this.target).finding())
			.isEqualTo(Settlement.Finding.HAPPENED);
		assertThat(this.actions.preview(delete, this.target).plan().markers()).isNotEqualTo(plan.markers());
	}

	@Test
	void filesArePackedOneByOne() {
		Action pack = new OldFiles(OldFiles.Verb.PACK, this.folder.toString(), "*.txt", 30);
		execute(pack, this.actions.preview(pack, this.target).plan());
		assertThat(this.folder.resolve("c.txt.gz")).exists();
	}

	@Test
	void otherFoldersAreRefused() {
		Action delete = new OldFiles(OldFiles.Verb.DELETE, "/usr", "", 30);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.actions.preview(delete, this.target))
			.withMessageContaining("add its folder to 'paths'");
	}

	@Test
	void aProcessEndsAndANumberUsedAgainIsNotHit() throws IOException {
		Process process = new ProcessBuilder("sleep", "600").start();
		Action end = new ProcessEnd((int) process.pid(), ProcessEnd.Signal.TERM);
		Plan plan = this.actions.preview(end, this.target).plan();
		assertThat(plan.markers().get("process")).contains("sleep 600");
		execute(end, plan);
		assertThat(process.onExit().join().isAlive()).isFalse();
		await()
			.until(() -> this.actions.changes(end).verify(end, plan, this.target).state() == Verification.State.HOLDS);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.actions.preview(end, this.target));
	}

	@Test
	void aServiceIsRestartedAndToldFromNone() {
		Action restart = new UnitChange(Verb.RESTART, List.of("app"));
		Plan plan = this.actions.preview(restart, this.target).plan();
		ChangeHandler<Action> handler = this.actions.changes(restart);
		assertThat(handler.probe(restart, plan, this.target).finding()).isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		assertThat(handler.verify(restart, plan, this.target).state()).isEqualTo(Verification.State.NOT_YET);
		execute(restart, plan);
		assertThat(handler.verify(restart, plan, this.target).state()).isEqualTo(Verification.State.HOLDS);
		assertThat(handler.probe(restart, plan, this.target).finding()).isEqualTo(Settlement.Finding.HAPPENED);
		this.units.states.put("app", "failed");
		assertThat(handler.verify(restart, plan, this.target).state()).isEqualTo(Verification.State.FAILED);
	}

	@Test
	void aStopIsPutBackAndAnUnknownServiceIsNamed() {
		Action stop = new UnitChange(Verb.STOP, List.of("app"));
		Plan plan = this.actions.preview(stop, this.target).plan();
		execute(stop, plan);
		assertThat(this.actions.changes(stop).verify(stop, plan, this.target).state())
			.isEqualTo(Verification.State.HOLDS);
		assertThat(this.actions.changes(stop).undo(stop, plan)).contains(new UnitChange(Verb.START, List.of("app")));
		Action other = new UnitChange(Verb.STOP, List.of("nobody"));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.actions.preview(other, this.target))
			.withMessageContaining("no service 'nobody'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "systemctl restart app", "systemctl stop app db", "service app restart",
			"systemctl enable app", "systemctl reload nginx", "find /var/log -name '*.log' -mtime +30 -delete",
			"find /tmp -type f -mtime +7 -delete", "find /app/logs -name '*.log' -mtime +1 -exec gzip {} \\;",
			"logrotate -f /etc/logrotate.d/app", "kill 4711", "kill -9 4711", "kill -HUP 4711" })
	void aChangeIsReadAndShownAsTheSame(String line) {
		HostReader reader = new HostReader();
		Action action = Lines.call(line, reader).action();
		assertThat(action.risk()).isNotEqualTo(Risk.READ);
		assertThat(Lines.call(action.commandLine(), reader).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "find /var/log -delete", "find /var/log -delete -mtime +30", "find / -mtime +3 -delete",
			"find /a /b -mtime +3 -delete", "find /a -mtime -3 -delete", "find /a -mtime +3 -o -delete",
			"find /a -mtime +3 -exec rm {} \\;", "find /a -mtime +3 -exec gzip -9 {} \\;", "logrotate -f /tmp/x",
			"logrotate -f /etc/logrotate.d/../../x", "kill -9 -1", "kill 1", "kill 0", "systemctl stop --force app",
			"systemctl restart", "systemctl stop 'a b'", "find /a -exec ls {} \\; -delete" })
	void whatReachesFurtherIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new HostReader())).isNotBlank();
	}

	private void execute(Action action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		Outcome outcome = this.actions.changes(action).execute(action, plan, this.target, recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
	}

	/** Answers as systemctl does for one service. */
	private static final class Units implements Via {

		private final Map<String, String> states = new HashMap<>(Map.of("app", "active"));

		private int starts;

		@Override
		public String name() {
			return "local";
		}

		@Override
		public HostAnswer run(Target at, HostCommand command) {
			List<String> words = command.words();
			String unit = words.getLast();
			if (words.contains("show")) {
				String load = this.states.containsKey(unit) ? "loaded" : "not-found";
				return new HostAnswer(0, "LoadState=%s\nActiveState=%s\nUnitFileState=enabled\nInvocationID=%d\n"
					.formatted(load, this.states.getOrDefault(unit, "inactive"), this.starts), "", false);
			}
			this.starts++;
			this.states.put(unit, words.contains("stop") ? "inactive" : "active");
			return new HostAnswer(0, "", "", false);
		}

	}

}

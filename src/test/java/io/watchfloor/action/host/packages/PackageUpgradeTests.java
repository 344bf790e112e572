package io.watchfloor.action.host.packages;

import java.io.IOException;
import java.nio.file.Path;
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

/** Debian's apt with a root folder of the test's. */
class PackageUpgradeTests {

	private static final PackageUpgrade ALL = new PackageUpgrade(List.of(), false);

	@TempDir
	private Path folder;

	private AptRoot root;

	private Trial<PackageUpgrade> trial;

	@BeforeEach
	void install() throws IOException, InterruptedException {
		this.root = new AptRoot(this.folder);
		for (String name : List.of("wf-web", "libwf", "wf-held")) {
			this.root.publish(name, "1.0");
		}
		this.root.apt("install", "wf-web", "libwf", "wf-held");
		this.trial = new Trial<>(new PackageUpgradeHandler(this.root.hosts(), Clock.systemUTC()),
				Targets.target("here", "host", Map.of("via", "local")));
	}

	private void newer() throws IOException, InterruptedException {
		for (String name : List.of("wf-web", "libwf", "wf-held")) {
			this.root.publish(name, "1.1");
		}
		this.root.hold("wf-held");
	}

	@Test
	void exactlyTheVersionsOfThePlanComeAndNothingElse() throws IOException, InterruptedException {
		assertThatThrownBy(() -> this.trial.plan(ALL)).isInstanceOf(Problem.class)
			.hasMessageContaining("nothing to upgrade");
		newer();
		Plan plan = this.trial.plan(ALL);
		assertThat(plan.changes()).containsExactly(new Plan.Change("libwf", "1.0", "1.1"),
				new Plan.Change("wf-web", "1.0", "1.1"));
		assertThat(plan.effects()).anyMatch((effect) -> effect.equals("Held by a person, and left alone: wf-held"))
			.anyMatch((effect) -> effect.startsWith("Removed: none"));
		assertThat(plan.warnings().toString()).contains("old libraries");
		assertThat(plan.undo()).startsWith("None: older versions");
		assertThat(this.root.programs()).as("planning only asks")
			.allMatch((words) -> words
				.matches("apt-get --simulate|apt-mark showhold|dpkg -L|systemctl list-units|df -Ph|stat -c"));
		assertThat(this.trial.probe(ALL, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(this.trial.state(ALL, plan)).isEqualTo(State.NOT_YET);
		this.root.publish("wf-web", "2.0");
		this.trial.run(ALL, plan);
		assertThat(this.trial.state(ALL, plan)).as("2.0 came too late").isEqualTo(State.HOLDS);
		assertThat(this.trial.probe(ALL, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(this.trial.hasNoUndo(ALL, plan)).isTrue();
		this.root.apt("install", "wf-web=2.0");
		assertThat(this.trial.verify(ALL, plan).observed()).isEqualTo("wf-web is 2.0");
		assertThat(this.trial.probe(ALL, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
	}

	@Test
	void onlyTheNamedPackageComes() throws IOException, InterruptedException {
		newer();
		PackageUpgrade one = new PackageUpgrade(List.of("libwf"), false);
		Plan plan = this.trial.run(one);
		assertThat(plan.changes()).containsExactly(new Plan.Change("libwf", "1.0", "1.1"));
		assertThat(this.trial.state(one, plan)).isEqualTo(State.HOLDS);
		assertThat(this.trial.plan(ALL).changes()).extracting(Plan.Change::property).containsExactly("wf-web");
		assertThatThrownBy(() -> this.trial.plan(new PackageUpgrade(List.of(), true)))
			.as("no archive of these is for security")
			.hasMessageContaining("nothing to upgrade");
	}

	@Test
	void aVersionThatIsGoneIsAFailureThatSaysWhatToLookAt() throws IOException, InterruptedException {
		newer();
		Plan plan = this.trial.plan(ALL);
		java.nio.file.Files.delete(this.folder.resolve("archive/wf-web_1.1.deb"));
		assertThat(this.trial.outcome(ALL, plan, new Recorder(plan))).isInstanceOfSatisfying(Outcome.Failed.class,
				(failed) -> assertThat(failed.message()).contains("dpkg --audit"));
		assertThat(this.trial.state(ALL, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void aSimulationIsReadWithItsArchivesAndWhatIsKeptBack() {
		String said = """
				The following packages have been kept back:
				  linux-image-amd64 docker-ce
				The following packages will be upgraded:
				  jq
				Inst jq [1.6-2.1+deb12u1] (1.6-2.1+deb12u3 Debian-Security:12/oldstable-security [amd64]) []
				Inst new (2.0 Debian:12.15/oldstable, Debian-Security:12/x [all])
				Remv old [1]
				Conf jq (1.6-2.1+deb12u3 Debian-Security:12/oldstable-security [amd64])
				""";
		Simulation read = Simulation.of(new io.watchfloor.action.host.HostAnswer(0, said, "", false));
		assertThat(read.upgrades()).containsExactly(
				new Upgrade("jq", "1.6-2.1+deb12u1", "1.6-2.1+deb12u3", "Debian-Security:12/oldstable-security"),
				new Upgrade("new", null, "2.0", "Debian:12.15/oldstable, Debian-Security:12/x"));
		assertThat(read.upgrades()).allMatch(Upgrade::isSecurity);
		assertThat(read.removed()).containsExactly("old");
		assertThat(read.keptBack()).containsExactly("linux-image-amd64", "docker-ce");
	}

}

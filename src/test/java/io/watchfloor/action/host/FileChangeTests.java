package io.watchfloor.action.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
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

/** Files and folders of this machine, named one by one. */
class FileChangeTests {

	@TempDir
	private Path folder;

	private Target target;

	@BeforeEach
	void place() {
		this.target = Targets.target("here", "host",
				Map.of("via", "local", "paths", "/nowhere", "folder", this.folder.toString()));
	}

	private Trial<FolderChange> folders() {
		return new Trial<>(new FolderChangeHandler(LocalHosts.create(), Clock.systemUTC()), this.target);
	}

	private Trial<FileCopy> copies() {
		return new Trial<>(new FileCopyHandler(LocalHosts.create(), Clock.systemUTC()), this.target);
	}

	private Trial<CopyRemoval> removals() {
		return new Trial<>(new CopyRemovalHandler(LocalHosts.create(), Clock.systemUTC()), this.target);
	}

	private Trial<FilePacking> packings() {
		return new Trial<>(new FilePackingHandler(LocalHosts.create(), Clock.systemUTC()), this.target);
	}

	private Path write(String name, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, content);
	}

	@Test
	void aFolderIsMadeAndRemovedOnlyWhileItIsEmpty() throws IOException {
		FolderChange make = new FolderChange(FolderChange.Verb.MAKE, "a/b c/");
		Plan plan = folders().plan(make);
		assertThat(plan.changes()).containsExactly(new Plan.Change("a/b c", null, "there"));
		assertThat(folders().state(make, plan)).isEqualTo(State.NOT_YET);
		assertThat(folders().probe(make, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		folders().run(make, plan);
		assertThat(this.folder.resolve("a/b c")).isDirectory();
		assertThat(folders().state(make, plan)).isEqualTo(State.HOLDS);
		assertThat(folders().probe(make, plan).finding()).isEqualTo(Finding.HAPPENED);
		Path inside = write("a/b c/kept", "x");
		FolderChange back = new FolderChange(FolderChange.Verb.REMOVE, "a/b c");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> folders().plan(back))
			.withMessageContaining("is not empty");
		Files.delete(inside);
		Plan empty = folders().plan(back);
		write("a/b c/late", "x");
		assertThat(folders().outcome(back, empty)).isInstanceOf(Outcome.Failed.class);
		Files.delete(this.folder.resolve("a/b c/late"));
		folders().undo(make, plan, (undo) -> assertThat(undo.undo()).contains("mkdir -p"));
		assertThat(this.folder.resolve("a/b c")).doesNotExist();
	}

	@Test
	void aFolderThatIsThereIsSaidToBeThereAndStays() throws IOException {
		write("a/kept", "x");
		FolderChange make = new FolderChange(FolderChange.Verb.MAKE, "a");
		Plan plan = folders().run(make);
		assertThat(plan.toString()).contains("is there already");
		assertThat(folders().hasNoUndo(make, plan)).isTrue();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> folders().plan(new FolderChange(FolderChange.Verb.MAKE, "a/kept")))
			.withMessageContaining("is no folder");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> folders().plan(new FolderChange(FolderChange.Verb.MAKE, "/srv/other")))
			.withMessageContaining("add its folder to 'paths'");
	}

	@Test
	void aFileIsCopiedComparedAndTakenBack() throws IOException {
		write(".env.example", "TOKEN=hunter2\n");
		FileCopy copy = new FileCopy(".env.example", ".env.production", false);
		Plan plan = copies().plan(copy);
		assertThat(plan.toString()).contains("14 bytes", "holds secrets").doesNotContain("hunter2");
		assertThat(copies().state(copy, plan)).isEqualTo(State.NOT_YET);
		assertThat(copies().probe(copy, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		copies().run(copy, plan);
		assertThat(this.folder.resolve(".env.production")).hasContent("TOKEN=hunter2");
		assertThat(copies().state(copy, plan)).isEqualTo(State.HOLDS);
		assertThat(copies().probe(copy, plan).finding()).isEqualTo(Finding.HAPPENED);
		CopyRemoval back = (CopyRemoval) copies().undoOf(copy, plan).orElseThrow();
		assertThat(back.risk()).isEqualTo(Risk.DESTRUCTIVE);
		write(".env.production", "TOKEN=other\n");
		assertThat(copies().state(copy, plan)).isEqualTo(State.NOT_YET);
		assertThat(copies().probe(copy, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> removals().plan(back))
			.withMessageContaining("no longer what was copied");
		write(".env.production", "TOKEN=hunter2\n");
		Plan removal = removals().run(back);
		assertThat(removals().state(back, removal)).isEqualTo(State.HOLDS);
		assertThat(this.folder.resolve(".env.production")).doesNotExist();
		assertThat(this.folder.resolve(".env.example")).exists();
	}

	@Test
	void whatIsOverwrittenIsShownAndNothingPutsItBack() throws IOException {
		write("a", "new");
		write("b", "older");
		FileCopy copy = new FileCopy("a", "b", false);
		Plan plan = copies().plan(copy);
		assertThat(plan.warnings()).anyMatch((one) -> one.grave() && one.text().contains("a file of 5 bytes, SHA-256"));
		assertThat(plan.undo()).startsWith("None");
		copies().run(copy, plan);
		assertThat(this.folder.resolve("b")).hasContent("new");
		assertThat(copies().state(copy, plan)).isEqualTo(State.HOLDS);
		assertThat(copies().hasNoUndo(copy, plan)).isTrue();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> copies().plan(copy))
			.withMessageContaining("the same already");
	}

	@Test
	void whatCameInBetweenIsNotOverwritten() throws IOException {
		write("a", "new");
		FileCopy copy = new FileCopy("a", "b", false);
		Plan plan = copies().plan(copy);
		write("b", "of somebody else");
		copies().outcome(copy, plan);
		assertThat(this.folder.resolve("b")).hasContent("of somebody else");
		assertThat(copies().state(copy, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void aFolderIsCopiedIntoAFolderThatIsThere() throws IOException {
		write("app/configs/x.yaml", "x");
		write("app/configs/deep/it's y", "y");
		Files.createSymbolicLink(this.folder.resolve("app/configs/link"), Path.of("x.yaml"));
		Files.createDirectory(this.folder.resolve("backup_1"));
		FileCopy copy = new FileCopy("app/configs", "backup_1/", true);
		Plan plan = copies().run(copy);
		assertThat(plan.changes()).extracting(Plan.Change::property).containsExactly("backup_1/configs");
		assertThat(this.folder.resolve("backup_1/configs/deep/it's y")).hasContent("y");
		assertThat(copies().state(copy, plan)).isEqualTo(State.HOLDS);
		Action back = copies().undoOf(copy, plan).orElseThrow();
		write("backup_1/configs/x.yaml", "changed");
		assertThat(copies().state(copy, plan)).isEqualTo(State.NOT_YET);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> removals().plan((CopyRemoval) back));
		Plan again = copies().run(copy);
		assertThat(again.warnings()).anyMatch(Plan.Warning::grave);
		assertThat(copies().state(copy, again)).isEqualTo(State.HOLDS);
		removals().run((CopyRemoval) back);
		assertThat(this.folder.resolve("backup_1")).isEmptyDirectory();
		assertThat(this.folder.resolve("app/configs/deep/it's y")).exists();
	}

	@Test
	void linksOtherFoldersAndMissingOnesAreRefused() throws IOException {
		write("a", "x");
		write("d/e", "x");
		Files.createSymbolicLink(this.folder.resolve("link"), Path.of("/etc/hostname"));
		assertRefused(new FileCopy("link", "b", false), "no plain file");
		assertRefused(new FileCopy("a", "link", false), "no plain file");
		assertRefused(new FileCopy("/etc/hostname", "b", false), "add its folder to 'paths'");
		assertRefused(new FileCopy("a", "/srv/b", false), "add its folder to 'paths'");
		assertRefused(new FileCopy("none", "b", false), "nothing to copy");
		assertRefused(new FileCopy("d", "b", false), "only with -r");
		assertRefused(new FileCopy("a", "none/", false), "Make it first");
		assertRefused(new FileCopy("a", "a", false), "the same already");
	}

	private void assertRefused(FileCopy copy, String why) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> copies().plan(copy)).withMessageContaining(why);
	}

	@Test
	void aFileIsPackedTestedAndUnpacked() throws IOException {
		write("backup.sql", "x".repeat(5000));
		FilePacking pack = new FilePacking(FilePacking.Verb.PACK, "backup.sql");
		Plan plan = packings().plan(pack);
		assertThat(packings().state(pack, plan)).isEqualTo(State.NOT_YET);
		assertThat(packings().probe(pack, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		packings().run(pack, plan);
		assertThat(this.folder.resolve("backup.sql")).doesNotExist();
		assertThat(packings().verify(pack, plan).observed()).isEqualTo("backup.sql.gz holds 5000 bytes");
		assertThat(packings().state(pack, plan)).isEqualTo(State.HOLDS);
		assertThat(packings().probe(pack, plan).finding()).isEqualTo(Finding.HAPPENED);
		packings().undo(pack, plan, (back) -> assertThat(back.toString()).contains("gunzip -- backup.sql.gz"));
		assertThat(this.folder.resolve("backup.sql")).hasSize(5000);
		assertThat(this.folder.resolve("backup.sql.gz")).doesNotExist();
	}

	@Test
	void whatIsNoArchiveOrWouldBeOverwrittenIsRefused() throws IOException {
		write("a.gz", "no archive");
		FilePacking unpack = new FilePacking(FilePacking.Verb.UNPACK, "a.gz");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> packings().plan(unpack))
			.withMessageContaining("does not pass gzip's test");
		write("a", "x");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> packings().plan(unpack))
			.withMessageContaining("a is there already");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> packings().plan(new FilePacking(FilePacking.Verb.PACK, "none")))
			.withMessageContaining("not there");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mkdir -p /tmp/backup_1", "mkdir --parents a/b", "rmdir /tmp/x", "cp a b", "cp -- a b",
			"cp -r /home/x/configs /tmp/backup_1/", "cp .env.example .env.production", "gzip backup.sql",
			"gunzip backup.sql.gz", "gzip -- 'a b'" })
	void aChangeIsReadAndShownAsTheSame(String line) {
		HostReader reader = new HostReader();
		Action action = Lines.call(line, reader).action();
		assertThat(action.risk()).isNotEqualTo(Risk.READ);
		assertThat(Lines.call(action.commandLine(), reader).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mkdir a", "mkdir -p a b", "mkdir -pv a", "mkdir -p -m 777 a", "mkdir -p ../a",
			"mkdir -p {a,b}", "mkdir -p /", "mkdir -p -- -x", "rmdir -p a/b", "cp -f a b", "cp -a a b", "cp a b c",
			"cp -r .env* /tmp/x/", "cp a b *.c", "cp a", "cp -r / /tmp/x", "cp -r . /tmp/x", "cp -- -r b", "cp a ../b",
			"cp 'a*' b", "cp a ~/b", "cp a $HOME/b", "cp '$(id)' b", "gzip -9 a", "gzip -k a", "gzip a b", "gzip *.sql",
			"gzip a.gz", "gzip", "gunzip a", "gunzip -c a.gz", "gunzip -f a.gz", "gunzip .gz", "gzip < a",
			"gunzip a.gz | psql", "cp a b > c", "systemctl restart a b*" })
	void whatReachesFurtherIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new HostReader())).isNotBlank();
	}

}

package io.watchfloor.audit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.watchfloor.audit.ChainFault.Kind;
import io.watchfloor.audit.offline.VerifyExport;
import io.watchfloor.kernel.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever owns the database changes the log of ten records, of which the fourth and the
 * eighth were signed: the console and the offline verifier both see it.
 */
class TamperingTests {

	private static final AuditSettings SIGN_EVERY_FOURTH = new AuditSettings(Duration.ofSeconds(2), 4,
			Duration.ofMinutes(10), Duration.ofHours(24));

	@TempDir
	private Path folder;

	private final AuditDatabase database = new AuditDatabase();

	private AuditFixture console;

	@BeforeEach
	void appendTenRecords() {
		this.console = new AuditFixture(this.database.source(), this.folder, SIGN_EVERY_FOURTH, Clock.systemUTC());
		append(1, 5);
		this.database.execute("create table older as select * from audit.record");
		this.database.execute("alter table older drop column words");
		append(6, 10);
	}

	@AfterEach
	void close() throws Exception {
		this.console.close();
		this.database.close();
	}

	@Test
	void anUntouchedLogIsIntact() throws Exception {
		assertThat(this.console.verifier.verify((done) -> {
		})).isInstanceOfSatisfying(ChainVerdict.Intact.class, (intact) -> {
			assertThat(intact.records()).isEqualTo(10);
			assertThat(intact.checkpoints()).isEqualTo(2);
		});
		assertThat(this.console.verifier.compareNewest()).isEmpty();
		assertOffline(0, "Intact: 11 records, 2 signed checkpoints");
	}

	@Test
	void aChangedByteIsSeen() throws Exception {
		this.database.tamper("update audit.record set reason = 'Attempt 3!' where sequence = 3");
		assertBroken(Kind.HASH_DIFFERS, 3);
		assertOffline(1, "Record 3 was changed");
	}

	@Test
	void aDetailThatBecameANumberIsSeen() throws Exception {
		this.database
			.tamper("update audit.record set details = jsonb_set(details, '{number}', '2') where sequence = 2");
		assertBroken(Kind.HASH_DIFFERS, 2);
		assertOffline(1, "Record 2 was changed");
	}

	@Test
	void anotherInstantIsSeen() throws Exception {
		this.database.tamper("update audit.record set recorded_at = recorded_at - interval '1 microsecond'"
				+ " where sequence = 10");
		assertBroken(Kind.HASH_DIFFERS, 10);
		assertOffline(1, "Record 10 was changed");
	}

	@Test
	void twoExchangedRecordsAreSeen() throws Exception {
		this.database.tamper("""
				update audit.record set sequence = case sequence when 2 then 1003 else 1002 end
				 where sequence in (2, 3)""");
		this.database.tamper("update audit.record set sequence = sequence - 1000 where sequence > 1000");
		assertBroken(Kind.LINK_BROKEN, 2);
		assertOffline(1, "Record 2 does not follow record 1");
	}

	@Test
	void aMissingRecordIsSeen() throws Exception {
		this.database.tamper("delete from audit.record where sequence = 6");
		assertBroken(Kind.GAP, 6);
		assertOffline(1, "After record 5 comes record 7");
	}

	@Test
	void aCutTailIsSeen() throws Exception {
		this.database.tamper("delete from audit.record where sequence > 6");
		assertBroken(Kind.TAIL_MISSING, 7);
		assertThat(this.console.verifier.compareNewest()).get()
			.extracting(ChainFault::explanation)
			.asString()
			.contains("tail was cut");
		assertOffline(1, "the tail was cut or an older database was restored");
	}

	@Test
	void anEmptiedLogIsSeen() throws Exception {
		this.database.tamper("truncate audit.record");
		assertBroken(Kind.TAIL_MISSING, 1);
		assertOffline(1, "The log ends at record 1, but record 8 was signed");
	}

	@Test
	void anOlderDatabaseIsSeenAtTheStart() throws Exception {
		restoreOlder();
		this.console.watch().compare();
		assertThat(this.console.state.alarm()).get().asString().contains("an older database was restored");
		assertOffline(1, "an older database was restored");
	}

	@Test
	void anOlderDatabaseThatWasWrittenOnIsSeen() throws Exception {
		restoreOlder();
		append(26, 30);
		assertBroken(Kind.CHECKPOINT_MISMATCH, 8);
		assertThat(this.console.verifier.compareNewest()).isPresent();
		assertOffline(1, "Record 8 is not the one that was signed");
	}

	@Test
	void aChainThatWasComputedAnewIsSeen() throws Exception {
		// Knows the format and the table, but has no key: all in order except what was
		// signed
		this.database.tamper("truncate audit.record");
		try (AuditFixture forger = new AuditFixture(this.database.source(), this.folder.resolve("forger"),
				SIGN_EVERY_FOURTH, Clock.systemUTC())) {
			for (int number = 1; number <= 10; number++) {
				forger.log.append(AuditFixture.entry("step.intended", "elsewhere", "nothing happened"));
			}
		}
		assertBroken(Kind.CHECKPOINT_MISMATCH, 4);
		assertOffline(1, "Record 4 is not the one that was signed");
	}

	@Test
	void aForgedCheckpointIsSeen() throws Exception {
		Path file = this.folder.resolve("audit").resolve(CheckpointFile.NAME);
		Files.writeString(file, Files.readString(file).replace("\"sequence\":8", "\"sequence\":9"));
		assertBroken(Kind.CHECKPOINT_FORGED, 9);
		assertOffline(1, "was not signed with this key");
	}

	@Test
	void aCheckpointSignedWithAnotherKeyIsSeen() throws Exception {
		Path elsewhere = Files.createDirectory(this.folder.resolve("elsewhere"));
		Checkpoint forged = CheckpointKeys.open(elsewhere)
			.sign(new ChainHead(10, "ab".repeat(32)), this.console.clock.instant());
		new CheckpointFile(this.folder.resolve("audit")).append(forged);
		assertBroken(Kind.CHECKPOINT_FORGED, 10);
		assertOffline(1, "line 3 of checkpoints.jsonl, for record 10");
	}

	@Test
	void anExportWithoutItsEndIsSeenAndANonsenseIsAUsageError() throws Exception {
		Path file = export();
		String text = Files.readString(file);
		Files.writeString(file, text.substring(0, text.lastIndexOf("{\"end\"")));
		assertThat(VerifyExport.run(new String[] { file.toString() }, silent())).isEqualTo(1);
		assertThat(VerifyExport.run(new String[] { "--checkpoints" }, silent())).isEqualTo(2);
		assertThat(VerifyExport.run(new String[] {}, silent())).isEqualTo(2);
		assertThat(VerifyExport.run(new String[] { this.folder.resolve("nowhere").toString() }, silent())).isEqualTo(2);
	}

	@Test
	void thePrivateKeyIsTheOwnersAlone() throws Exception {
		Path audit = this.folder.resolve("audit");
		assertThat(PosixFilePermissions
			.toString(Files.getPosixFilePermissions(audit.resolve(CheckpointKeys.PRIVATE_FILE))))
			.isEqualTo("rw-------");
		assertThat(audit.resolve(CheckpointKeys.PUBLIC_FILE)).content().startsWith("-----BEGIN PUBLIC KEY-----\n");
	}

	@Test
	void theRestIsSignedOnShutdownAndALineCutByACrashIsWrittenOver() throws Exception {
		Path file = this.folder.resolve("audit").resolve(CheckpointFile.NAME);
		Files.writeString(file, Files.readString(file) + "{\"sequence\":9,\"ha");
		this.console.close();
		assertThat(Files.readAllLines(file)).hasSize(3).last().asString().contains("\"sequence\":10");
	}

	private void append(int first, int last) {
		for (int number = first; number <= last; number++) {
			this.console.log.append(new AuditEntry(new Actor("1", "Olga"), "step.intended", "cache", null,
					"Attempt " + number, "INTENDED", Map.of("number", Integer.toString(number))));
		}
	}

	private void restoreOlder() {
		this.database.tamper("truncate audit.record");
		this.database.tamper("insert into audit.record select * from older");
	}

	private void assertBroken(Kind kind, long sequence) {
		assertThat(this.console.verifier.verify((done) -> {
		})).isInstanceOfSatisfying(ChainVerdict.Broken.class, (broken) -> {
			assertThat(broken.fault().kind()).isEqualTo(kind);
			assertThat(broken.fault().sequence()).isEqualTo(sequence);
			this.console.state.found(broken);
		});
		assertThat(this.console.state.alarm()).isPresent();
	}

	private void assertOffline(int status, String message) throws Exception {
		Path audit = this.folder.resolve("audit");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String[] arguments = { export().toString(), "--checkpoints", audit.toString(), "--public-key",
				audit.resolve(CheckpointKeys.PUBLIC_FILE).toString() };
		int ended = VerifyExport.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(out.toString(StandardCharsets.UTF_8)).contains(message);
		assertThat(ended).isEqualTo(status);
	}

	private Path export() throws Exception {
		Path file = this.folder.resolve("export.jsonl");
		try (OutputStream output = Files.newOutputStream(file)) {
			this.console.export().write(output);
		}
		return file;
	}

	private static PrintStream silent() {
		return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
	}

}

package io.watchfloor.audit.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.watchfloor.audit.AuditDatabase;
import io.watchfloor.audit.AuditFixture;
import io.watchfloor.db.DataFolder;
import io.watchfloor.db.Migrations;
import io.watchfloor.db.embedded.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyLogTests {

	@TempDir
	private Path data;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void theLogBehindAnAddressIsVerifiedWithItsCheckpoints() {
		try (AuditDatabase database = new AuditDatabase()) {
			try (AuditFixture console = new AuditFixture(database.source(), this.data)) {
				console.log().append(AuditFixture.entry("step.intended"));
				console.log().append(AuditFixture.entry("step.ended"));
			}
			assertThat(verify(Map.of("WATCHFLOOR_DATABASE_URL", database.url()))).isZero();
			assertThat(said()).contains("Intact: 2 records, 1 signed checkpoint agrees");
			database.tamper("update audit.record set actor_name = 'Nobody' where sequence = 2");
			assertThat(verify(Map.of("WATCHFLOOR_DATABASE_URL", database.url()))).isEqualTo(1);
			assertThat(said()).contains("BROKEN: Record 2 was changed");
		}
	}

	@Test
	void theEmbeddedLogIsVerifiedWhileTheConsoleRunsAndWhenItIsStopped() throws Exception {
		try (DataFolder folder = DataFolder.open(this.data); EmbeddedServer server = EmbeddedServer.start(folder)) {
			Migrations.apply(source(server));
			try (AuditFixture console = new AuditFixture(source(server), this.data.resolve("node"))) {
				console.log().append(AuditFixture.entry("step.intended"));
			}
			assertThat(verify(Map.of())).isZero();
			assertThat(said()).contains("Intact: 1 record, ", "no checkpoints");
		}
		assertThat(verify(Map.of())).isZero();
		assertThat(said()).contains("Intact: 1 record,");
	}

	@Test
	void whereThereIsNoLogItSaysWhatToName() {
		assertThat(verify(Map.of())).isEqualTo(2);
		assertThat(said()).contains("WATCHFLOOR_DATA", "WATCHFLOOR_DATABASE_URL");
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsNoVerdict() {
		assertThat(verify(Map.of("WATCHFLOOR_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none"))).isEqualTo(2);
		assertThat(said()).contains("Not verified");
	}

	private static PGSimpleDataSource source(EmbeddedServer server) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(server.address().jdbcUrl());
		source.setUser(server.address().user());
		source.setPassword(server.address().password());
		return source;
	}

	private int verify(Map<String, String> settings) {
		Map<String, String> environment = new HashMap<>(settings);
		environment.put("WATCHFLOOR_DATA", this.data.toString());
		return VerifyLog.run(new String[0], environment, new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private String said() {
		String said = this.out.toString(StandardCharsets.UTF_8);
		this.out.reset();
		return said;
	}

}

package io.watchfloor.testing;

import java.time.Clock;
import java.time.Instant;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.watchfloor.db.DataFolder;
import io.watchfloor.db.Migrations;
import io.watchfloor.db.StoreStatus;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import(MovableTime.class)
class SurroundingsTests {

	@Test
	void aContextHasAMigratedDatabaseOfItsOwn(@Autowired DSLContext jooq, @Autowired StoreStatus status) {
		assertThat(jooq.fetchValue("select current_database()")).asString().startsWith("test_");
		assertThat(jooq.meta().getSchemas().stream().map((schema) -> schema.getName()))
			.containsAll(Migrations.modules());
		assertThat(status.trouble()).isEmpty();
	}

	@Test
	void aContextHasADataFolderOfItsOwn(@Autowired DataFolder data) {
		assertThat(data.path()).isDirectory().asString().contains("watchfloor-test");
	}

	@Test
	void theClockIsTheTests(@Autowired Clock clock) {
		assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T03:00:00Z"));
	}

	@Test
	void aStoreWithoutSpringIsMigratedToo() {
		try (TestStore store = TestStore.create()) {
			assertThat(store.jooq().meta().getSchemas().stream().map((schema) -> schema.getName()))
				.containsAll(Migrations.modules());
		}
	}

}

package io.watchfloor.db;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseAddressTests {

	@Test
	void takesAJdbcUrlAsItIs() {
		DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://db/watch?sslmode=require");
		assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db/watch?sslmode=require");
		assertThat(address.user()).isNull();
	}

	@Test
	void readsTheSpellingOfLibpqsUsers() {
		DatabaseAddress address = DatabaseAddress
			.parse("postgresql://mona:p%40ss+w%2Ford@db:5433/watch?sslmode=require");
		assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/watch?sslmode=require");
		assertThat(address.user()).isEqualTo("mona");
		assertThat(address.password()).isEqualTo("p@ss+w/ord");
	}

	@Test
	void showsNeitherPasswordNorParameters() {
		DatabaseAddress address = DatabaseAddress.parse("postgres://mona:secret@db/watch?password=secret");
		assertThat(address).hasToString("postgresql://db/watch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "mysql://db/watch", "postgresql://db", "postgresql://u:p ss@db/watch", "db/watch" })
	void saysHowToWriteOne(String url) {
		assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> DatabaseAddress.parse(url))
			.withMessage("watchfloor.database.url is not an address of a PostgreSQL.")
			.withNoCause()
			.satisfies((failure) -> assertThat(failure.mending()).contains("postgresql://user:password@host"));
	}

}

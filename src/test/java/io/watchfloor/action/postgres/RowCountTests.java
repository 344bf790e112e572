package io.watchfloor.action.postgres;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One row is no rows. */
class RowCountTests {

	@Test
	void oneIsOne() {
		assertThat(RowCount.words(1)).isEqualTo("1 row");
		assertThat(RowCount.words("0")).isEqualTo("0 rows");
		assertThat(RowCount.words("?")).isEqualTo("? rows");
	}

}

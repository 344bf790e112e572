package io.watchfloor.kernel;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests {

	@ParameterizedTest
	@ValueSource(strings = { "08006", "57P01" })
	void aStoreThatIsAwayIsAProblemInWords(String state) {
		assertThat(Problem.in(new IllegalStateException(new SQLException("gone", state)))).get()
			.extracting(Problem::getMessage)
			.asString()
			.contains("does not answer");
	}

	@Test
	void aStoreWithoutRoomSaysSoAndWhatToDo() {
		SQLException full = new SQLException(
				"ERROR: could not extend file \"base/5/16475\": No space left on device\n  Hint: Check free disk space.",
				"53100");
		assertThat(Problem.in(new IllegalStateException(full))).get()
			.extracting(Problem::getMessage)
			.asString()
			.contains("no room left", "No space left on device", "not recorded", "Make room")
			.doesNotContain("Hint", "ERROR");
	}

	@Test
	void whatIsOurOwnMistakeIsNoProblemOfAPersons() {
		assertThat(Problem.in(new IllegalStateException(new SQLException("syntax", "42601")))).isEmpty();
	}

}

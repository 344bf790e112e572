package io.watchfloor.action.aws;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How many an answer holds is said in plain words. */
class AnswerCountTests {

	@ParameterizedTest
	@CsvSource({ "1, services, 1 service", "2, services, 2 services", "1, Policies, 1 Policy",
			"1, Addresses, 1 Address", "1, Reservations, 1 Reservation", "0, tasks, 0 tasks" })
	void oneIsOne(int number, String members, String words) {
		assertThat(AnswerReading.counted(number, members)).isEqualTo(words);
	}

}

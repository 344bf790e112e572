package io.watchfloor.action;

import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LineFiltersTests {

	@Test
	void aPlainFilterIsRead() {
		assertThat(LineFilters.read(Lines.pipeline("grep -i word").stages())).hasSize(1);
		assertThat(LineFilters.read(Lines.pipeline("head -n 5").stages())).hasSize(1);
	}

	/** With a file behind it, the tool would read that and not the answer. */
	@ParameterizedTest
	@ValueSource(strings = { "grep word /etc/passwd", "head -n 5 /etc/passwd", "tail -5 /etc/passwd" })
	void aFileBehindAFilterIsNeverReadPast(String line) {
		assertThatThrownBy(() -> LineFilters.read(Lines.pipeline(line).stages())).isInstanceOf(Problem.class)
			.hasMessageContaining("/etc/passwd");
	}

}

package io.watchfloor.action.prometheus;

import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PromReadersTests {

	private final PromtoolReader reader = new PromtoolReader();

	private final PromPathReader paths = new PromPathReader();

	@Test
	void promtoolAsksWhatItNames() {
		ActionCall call = Lines
			.call("promtool query instant http://p:9090 'rate(http_requests_total{code=~\"5..\"}[5m])'", this.reader);
		assertThat(call).isEqualTo(new ActionCall(new PromQuery("rate(http_requests_total{code=~\"5..\"}[5m])"),
				new TargetHint.Written("http://p:9090")));
		assertThat(
				Lines.call("promtool query range --start=1 --end=2 --step 15s http://p:9090 up", this.reader).action())
			.isEqualTo(new PromRange("up", "1", "2", "15s"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "promtool check config x.yml; team's own CI",
					"promtool query instant http://p up down; are understood",
					"promtool query range http://p up; --start is missing",
					"promtool query instant --nonsense http://p up; --nonsense",
					"promtool query instant http://p 'up('; brackets closed",
					"promtool query instant http://p $Q; a shell would change", "amtool silence add x; hides alerts" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	@Test
	void theAddressesOfTheApiAreKnown() {
		assertThat(this.paths.read("/api/v1/query?query=up%7Bjob%3D%22a%20b%22%7D"))
			.contains(new PromQuery("up{job=\"a b\"}"));
		assertThat(this.paths.read("/prometheus/api/v1/query_range?query=up&start=1&end=2&step=1m"))
			.contains(new PromRange("up", "1", "2", "1m"));
		assertThat(this.paths.read("/api/v1/targets")).contains(new PromState(PromState.What.TARGETS));
		assertThat(this.paths.read("/api/v1/query?query=up&time=1")).isEqualTo(Optional.empty());
		assertThat(this.paths.read("/health")).isEqualTo(Optional.empty());
	}

	@Test
	void aBlockIsReadOnOneLineWithoutComments() {
		Understanding<ActionCall> read = new PromBlockReader().read("""
				# errors
				sum by (service) (
				  rate(errors_total{path!="a # b"}[5m])
				)""");
		Action expected = new PromQuery("sum by (service) ( rate(errors_total{path!=\"a # b\"}[5m]) )");
		assertThat(read).isEqualTo(new Understanding.Understood<>(new ActionCall(expected, new TargetHint.Unnamed())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "up(", "up)", "up[5m", "{a=\"b}", "up; down", "$x", "(]" })
	void whatIsNoExpressionIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PromQuery(text));
	}

}

package io.watchfloor.action;

import java.util.Set;

import io.watchfloor.command.Pipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CarriersTests {

	private final EchoReader reader = new EchoReader();

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "look; look", "sudo look; look", "nice look; look", "timeout 5s sudo look; look",
					"sh -c 'look | head -n 1'; look | head -n 1", "bash -lc look; look", "watch look; look",
					"watch -n 5 -d look; look", "watch -n2 'look | head -n 1'; look | head -n 1",
					"look 2>&1 | head -n 2; look | head -n 2", "look 2>/dev/null; look",
					"watch 'look' | head -n 3; look | head -n 3" })
	void theCommandInsideIsRead(String line, String read) {
		ActionCall call = Lines.call(line, this.reader);
		assertThat(call.action().commandLine() + call.filters().commandLine()).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "watch change; again and again", "watch -x look; -x",
			"watch; is missing", "watch -n 5; is missing", "watch look $X; changed by a shell", "sh script.sh; script",
			"sh -c 'look && look'; more than one", "sh -c \"look $X\"; script", "sudo -u bob look; sudo",
			"sudo -i; sudo", "change | head -n 1; not filtered", "look > f; written over", "look 2> f; redirection",
			"timeout x look; timeout", "look | tee f; after a bar", "sudo sh -c 'watch change'; again and again" })
	void whatCannotBeTakenOffIsNotUnderstood(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	/** Knows two words. */
	private static final class EchoReader extends StrictReader {

		@Override
		public Set<String> tools() {
			return Set.of("look", "change");
		}

		@Override
		protected ActionCall understand(Pipeline pipeline) {
			Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of());
			arguments.end();
			if (pipeline.stages().size() > 1) {
				throw arguments.problem("nothing is understood after a bar.");
			}
			String tool = pipeline.stages().getFirst().tool().orElseThrow();
			return new ActionCall(
					tool.equals("look") ? new ActionRegistryTests.Observe() : new ActionRegistryTests.Dim(1),
					new TargetHint.Unnamed());
		}

	}

}

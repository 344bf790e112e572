package io.watchfloor.action;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.watchfloor.catalog.Secrets;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A flag or word that nobody knows makes the whole line not understood, wherever it
 * stands.
 */
class FlagFuzzTests {

	private static final long SEED = 5_2026;

	@ParameterizedTest
	@ValueSource(
			strings = { "psql -h db -d app -At -c 'SELECT a FROM t'", "redis-cli -h cache -n 1 --scan --pattern 'a:*'",
					"redis-cli -u redis://cache:6379/0 --no-auth-warning GET key", "curl -fsS -m 5 https://h/health",
					"curl -X POST --json '{}' https://h/jobs", "promtool query instant http://p:9090 up",
					"pg_isready -h db", "vacuumdb -z -t customers app", "wget -q -O - https://h/x" })
	void unknownFlagsAndWordsAreNeverHalfUnderstood(String line) {
		Random random = new Random(SEED);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Secrets.class, NoSecrets::new);
			context.registerBean(Clock.class, Clock::systemUTC);
			context.scan("io.watchfloor.action");
			context.refresh();
			Actions actions = context.getBean(Actions.class);
			assertThat(actions.understand(Lines.pipeline(line))).isInstanceOf(Understanding.Understood.class);
			for (int round = 0; round < 1_000; round++) {
				List<String> words = new ArrayList<>(List.of(line.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)));
				String stranger = "--" + Integer.toString(random.nextInt(1_000_000), 36) + "-zz"
						+ (random.nextBoolean() ? "=1" : "");
				int at = 1 + random.nextInt(words.size());
				boolean value = words.get(at - 1).matches("-(?:[a-zA-Z]*[hdcntmpuXO]|-pattern|-json)");
				words.add(at, stranger);
				if (!value && !(line.contains(" GET ") && at > words.indexOf("GET"))) {
					String mutated = String.join(" ", words);
					assertThat(actions.understand(Lines.pipeline(mutated))).as("seed %d: %s", SEED, mutated)
						.isInstanceOf(Understanding.NotUnderstood.class);
				}
			}
		}
	}

}

package io.watchfloor.catalog.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.watchfloor.catalog.LineRedaction;
import io.watchfloor.catalog.SecretReference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A secret is hidden wherever the stream that holds it was cut. */
class StreamRedactionTests {

	private static final String SECRET = "tr0ub4dor&3+horse";

	private final KnownSecrets secrets = knowing(SECRET);

	private final Random random = new Random(20261121);

	@Test
	void aSecretOverTwoLinesIsHiddenInBoth() {
		for (int cut = 1; cut < SECRET.length(); cut++) {
			List<String> shown = all(
					List.of(List.of("begin " + SECRET.substring(0, cut), SECRET.substring(cut) + " end")));
			assertThat(shown).as("cut at %d", cut).containsExactly("begin [hidden]", "[hidden] end");
		}
	}

	@Test
	void aSecretOverTwoChunksOfTheStreamIsHiddenInBoth() {
		for (int cut = 1; cut < SECRET.length(); cut++) {
			List<String> shown = all(
					List.of(List.of("begin " + SECRET.substring(0, cut)), List.of(SECRET.substring(cut) + " end")));
			assertThat(shown).as("cut at %d", cut).containsExactly("begin [hidden]", "[hidden] end");
		}
	}

	@Test
	void aSecretThatComesOneCharacterALineIsHidden() {
		List<List<String>> chunks = new ArrayList<>();
		SECRET.chars().forEach((c) -> chunks.add(List.of(String.valueOf((char) c))));
		chunks.add(List.of("after"));
		assertThat(String.join("", all(chunks))).doesNotContain("tr0", "horse").endsWith("after");
	}

	@Test
	void wrappedBase64IsHiddenFromItsFirstLineToItsLast() {
		String text = "user=ada password=" + SECRET + " and what stands behind it";
		String wrapped = Base64.getMimeEncoder(24, "\n".getBytes(StandardCharsets.UTF_8))
			.encodeToString(text.getBytes(StandardCharsets.UTF_8));
		String core = Base64Spelling.cores(SECRET)
			.stream()
			.filter(wrapped.replace("\n", "")::contains)
			.findFirst()
			.get();
		List<String> shown = all(List.of(wrapped.lines().toList()));
		assertThat(String.join("", shown)).contains("[hidden]").doesNotContain(core.substring(0, 8));
		assertThat(shown.getFirst()).isEqualTo(wrapped.lines().toList().getFirst());
	}

	@Test
	void whateverTheCutsTheSecretIsNotThereAndNoLineIsLost() {
		for (int round = 0; round < 2_000; round++) {
			String text = noise(30) + SECRET + noise(30) + SECRET + noise(5);
			List<List<String>> chunks = new ArrayList<>();
			int lines = 0;
			for (int at = 0; at < text.length();) {
				List<String> chunk = new ArrayList<>();
				for (int count = this.random.nextInt(4); count >= 0 && at < text.length(); count--) {
					int end = Math.min(text.length(), at + 1 + this.random.nextInt(12));
					chunk.add(text.substring(at, end));
					at = end;
					lines++;
				}
				chunks.add(chunk);
			}
			List<String> shown = all(chunks);
			assertThat(shown).as("of %s", chunks).hasSize(lines);
			assertThat(String.join("", shown)).as("of %s", chunks).doesNotContain(SECRET);
			assertThat(String.join("", shown).replace("[hidden]", "")).as("of %s", chunks)
				.doesNotContain("tr0ub4", "horse");
		}
	}

	@Test
	void whatIsNoSecretComesAtOnceOrWithTheRest() {
		LineRedaction lines = this.secrets.lines();
		assertThat(lines.next(List.of("one", "two", "tr"))).containsExactly("one", "two");
		assertThat(lines.rest()).containsExactly("tr");
		assertThat(lines.next(List.of("eehouse"))).containsExactly("eehouse");
	}

	@Test
	void aGoodPartOfASecretThatNobodyWaitedForIsHiddenAndSoIsItsRest() {
		LineRedaction lines = this.secrets.lines();
		assertThat(lines.next(List.of("x " + SECRET.substring(0, 12)))).isEmpty();
		assertThat(lines.rest()).containsExactly("x [hidden]");
		assertThat(lines.next(List.of(SECRET.substring(12) + " y"))).containsExactly("[hidden] y");
	}

	@Test
	void aPlaceWhereASecretStandsIsKnownWithoutTheSecret() {
		assertThat(all(List.of(List.of("curl -u ada:hunter2 http://x", "API_KEY=abcdef", "the second try"))))
			.containsExactly("curl -u ada:[hidden] http://x", "API_KEY=[hidden]", "the second try");
	}

	private List<String> all(List<List<String>> chunks) {
		LineRedaction lines = this.secrets.lines();
		List<String> shown = new ArrayList<>();
		chunks.forEach((chunk) -> shown.addAll(lines.next(chunk)));
		shown.addAll(lines.rest());
		return shown;
	}

	private String noise(int most) {
		return this.random.ints(this.random.nextInt(most), 'a', 'z')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static KnownSecrets knowing(String secret) {
		Map<String, String> variables = new HashMap<>(Map.of("S", secret));
		KnownSecrets secrets = new KnownSecrets(new SecretStores(variables::get));
		secrets.resolve(new SecretReference("env", "S"));
		return secrets;
	}

}

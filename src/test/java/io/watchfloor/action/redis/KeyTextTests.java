package io.watchfloor.action.redis;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyTextTests {

	@Test
	void everyByteSequenceSurvivesItsSpelling() {
		Random random = new Random(7);
		for (int round = 0; round < 20_000; round++) {
			byte[] bytes = new byte[random.nextInt(12)];
			random.nextBytes(bytes);
			KeyText key = KeyText.of(bytes);
			assertThat(KeyText.parse(key.spelling())).isEqualTo(key);
			assertThat(key.spelling().chars()).noneMatch(Character::isISOControl);
		}
	}

	@Test
	void spellingShowsWhatHides() {
		assertThat(KeyText.literal("a\u202eb\u00a0c\u0000\n\\").spelling())
			.isEqualTo("a\\xe2\\x80\\xaeb\\xc2\\xa0c\\x00\\n\\\\");
		assertThat(KeyText.literal("größe:日本").spelling()).isEqualTo("größe:日本");
		assertThatIllegalArgumentException().isThrownBy(() -> KeyText.parse("a\\q"));
		assertThatIllegalArgumentException().isThrownBy(() -> KeyText.parse("a\\x1"));
		assertThatIllegalArgumentException().isThrownBy(() -> KeyText.literal("\ud800"));
	}

	@Test
	void commandLineIsQuotedForAShell() {
		assertThat(KeyText.literal("it's; rm *").shell()).isEqualTo("'it'\\''s; rm *'");
		assertThat(KeyText.literal("a\nb'c").shell()).isEqualTo("$'a\\nb\\'c'");
		assertThat(KeyText.literal("a\\b").shell()).isEqualTo("'a\\b'");
	}

}

package io.watchfloor.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressPartTests {

	@ParameterizedTest
	@ValueSource(strings = { "cache.md", "payments oncall (v2) – FINAL.md", "a%b.md", "a%2Fb.md", "night/plain.md",
			"ö+#?&.md", "~.md", "..", "" })
	void everyTextComesBack(String text) {
		assertThat(AddressPart.of(text)).matches("[A-Za-z0-9._~-]*");
		assertThat(AddressPart.text(AddressPart.of(text))).contains(text);
	}

	@Test
	void plainNamesStandForThemselvesAndNonsenseForNothing() {
		assertThat(AddressPart.of("cache-1.md")).isEqualTo("cache-1.md");
		for (String nonsense : new String[] { "a b", "~", "~2", "~zz", "~ff", "a%20b" }) {
			assertThat(AddressPart.text(nonsense)).as(nonsense).isEmpty();
		}
	}

}

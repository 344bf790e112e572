package io.watchfloor.catalog.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.catalog.SystemFiles.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Only what is changed changes. */
class YamlEditTests {

	private static final Map<String, Object> ADA = fields("role", "On call", "name", "Ada");

	@ParameterizedTest
	@MethodSource
	void aNewEntryGoesWhereItBelongs(String before, @Nullable Integer index, String after) throws Refused {
		assertThat(new YamlEdit(before).apply(new Change("contacts", index, true, ADA))).isEqualTo(after);
	}

	static Stream<Arguments> aNewEntryGoesWhereItBelongs() {
		String flow = "{ role: On call, name: Ada }";
		return Stream.of(
				// no list yet
				Arguments.of("name: x # y\n", null, "name: x # y\n\ncontacts:\n  - " + flow + "\n"),
				Arguments.of("name: x", null, "name: x\n\ncontacts:\n  - " + flow + "\n"),
				// an empty one
				Arguments.of("contacts: [] # none\na: 1\n", null, "contacts:\n  - " + flow + " # none\na: 1\n"),
				Arguments.of("contacts:\na: 1\n", null, "contacts:\n  - " + flow + "\na: 1\n"),
				Arguments.of("contacts: null\na: 1\n", null, "contacts:\n  - " + flow + "\na: 1\n"),
				// on one line
				Arguments.of("contacts: [{ role: a, name: b }] # c\n", null,
						"contacts: [{ role: a, name: b }, " + flow + "] # c\n"),
				Arguments.of("contacts: [{ role: a, name: b }]\n", 0,
						"contacts: [" + flow + ", { role: a, name: b }]\n"),
				// a line for each, with comments around
				Arguments.of("contacts:\n- { role: a, name: b } # the first\n\n# about a\na: 1\n", null,
						"contacts:\n- { role: a, name: b } # the first\n- " + flow + "\n\n# about a\na: 1\n"),
				Arguments.of("contacts:\n  # who\n  - { role: a, name: b }\n", 0,
						"contacts:\n  # who\n  - " + flow + "\n  - { role: a, name: b }\n"),
				// blocks
				Arguments.of("contacts:\n  - role: a\n    name: b # n\n  # last\na: 1\n", null,
						"contacts:\n  - role: a\n    name: b # n\n  - role: On call\n    name: Ada\n  # last\na: 1\n"),
				Arguments.of("contacts:\n  - role: a\n    name: |\n      b\n      c\na: 1\n", null,
						"contacts:\n  - role: a\n    name: |\n      b\n      c\n  - role: On call\n    name: Ada\na: 1\n"),
				// Windows
				Arguments.of("contacts:\r\n  - role: a\r\n    name: b\r\na: 1\r\n", null,
						"contacts:\r\n  - role: a\r\n    name: b\r\n  - role: On call\r\n    name: Ada\r\na: 1\r\n"),
				// signs outside the first plane before it
				Arguments.of("name: \uD83D\uDE00\ncontacts: [{ role: a, name: b }]\n", null,
						"name: \uD83D\uDE00\ncontacts: [{ role: a, name: b }, " + flow + "]\n"));
	}

	@ParameterizedTest
	@MethodSource
	void anEntryChangesInPlace(String before, String after) throws Refused {
		assertThat(new YamlEdit(before)
			.apply(new Change("contacts", 0, false, fields("name", "Ada: #1", "reach", "+49 30")))).isEqualTo(after);
	}

	static Stream<Arguments> anEntryChangesInPlace() {
		return Stream.of(
				Arguments.of("contacts: [{ role: a, name: b, reach: null }] # c\n",
						"contacts: [{ role: a, name: \"Ada: #1\", reach: \"+49 30\" }] # c\n"),
				Arguments.of("contacts: [{ name: b, role: a }]\n",
						"contacts: [{ name: \"Ada: #1\", role: a, reach: \"+49 30\" }]\n"),
				Arguments.of("contacts:\n  - name: 'b' # who\n    role: a # what\n# end\n",
						"contacts:\n  - name: \"Ada: #1\" # who\n    role: a # what\n    reach: \"+49 30\"\n# end\n"),
				Arguments.of("contacts:\n  - name: b\n    reach:\n    role: a\n",
						"contacts:\n  - name: \"Ada: #1\"\n    reach: \"+49 30\"\n    role: a\n"));
	}

	@Test
	void anyValueReadsBackAsItself() throws Refused {
		Random random = new Random(42);
		String signs = "aZ09 :#-'\"\\{}[],&*!|>%@`~?=+\u00e9\u4e2d\uD83D\uDE00\t\n\r\u0085\u2028\uFEFF\u0007";
		int[] points = signs.codePoints().toArray();
		for (int i = 0; i < 10_000; i++) {
			StringBuilder value = new StringBuilder();
			for (int length = 1 + random.nextInt(12); length > 0; length--) {
				value.appendCodePoint(points[random.nextInt(points.length)]);
			}
			for (String before : List.of("contacts: [{ role: a, name: b }]\nz: 1\n",
					"contacts:\n  - role: a\n    name: b\nz: 1\n")) {
				String after = new YamlEdit(before)
					.apply(new Change("contacts", null, true, fields("role", value.toString(), "name", "x")));
				JsonNode root = YamlText.parse("f", after.getBytes(StandardCharsets.UTF_8)).root();
				assertThat(root.at("/contacts/1/role").asString()).as("seed 42, %s", after).isEqualTo(value.toString());
				assertThat(root.at("/z").asInt()).isOne();
			}
		}
	}

	private static Map<String, Object> fields(String... pairs) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			fields.put(pairs[i], pairs[i + 1]);
		}
		return fields;
	}

}

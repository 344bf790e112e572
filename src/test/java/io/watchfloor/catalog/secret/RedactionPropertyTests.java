package io.watchfloor.catalog.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

import io.watchfloor.catalog.SecretReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the secret and whatever surrounds it: an encoder that has nothing to do with
 * ours puts it into a text, and afterwards it is not there.
 */
class RedactionPropertyTests {

	private static final int ROUNDS = 400;

	private static final String HARD = "'\"\\/$`!&<>+%=?#@:;,()[]{}*|~^ .-_aZ09";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Random random = new Random(20261121);

	@ParameterizedTest
	@EnumSource
	void hidesTheSecretWhereverItStands(Encoding encoding) {
		for (int round = 0; round < ROUNDS; round++) {
			String secret = secret();
			String before = text(this.random.nextInt(7));
			String after = text(this.random.nextInt(7));
			String encoded = encoding.encode(before + secret + after);
			KnownSecrets secrets = knowing(secret);

			String hidden = secrets.redact("result <" + encoded + "> end");

			assertThat(hidden).as("secret %s between '%s' and '%s'", secret, before, after)
				.contains("[hidden]")
				.doesNotContain(encoding.core(before, secret, after))
				.startsWith("result <")
				.endsWith("> end");
			assertThat(secrets.redact(hidden)).as("once more").isEqualTo(hidden);
		}
	}

	/** Random letters, hard characters and now and then one from far away. */
	private String secret() {
		StringBuilder secret = new StringBuilder();
		int length = 5 + this.random.nextInt(40);
		for (int index = 0; index < length; index++) {
			switch (this.random.nextInt(12)) {
				case 0, 1, 2 -> secret.append(HARD.charAt(this.random.nextInt(HARD.length())));
				case 3 -> secret.append("ß");
				case 4 -> secret.append("漢😀");
				default -> secret.append((char) ('a' + this.random.nextInt(26)));
			}
		}
		return secret.append("Qz7").toString();
	}

	private String text(int length) {
		return this.random.ints(length, 'k', 'p')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static KnownSecrets knowing(String secret) {
		Map<String, String> variables = new HashMap<>(Map.of("S", secret));
		KnownSecrets secrets = new KnownSecrets(new SecretStores(variables::get));
		secrets.resolve(new SecretReference("env", "S"));
		return secrets;
	}

	/** Encoders of other people's making. */
	enum Encoding {

		PLAIN, FORM, PERCENT, USER_INFO, JSON_TEXT, JSON_ASCII, JSON_TWICE, HTML, HEX, HEX_UPPER, SINGLE_QUOTES,
		DOUBLE_QUOTES, SQL, BASE64, BASE64_URL;

		String encode(String text) {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			return switch (this) {
				case PLAIN -> text;
				case FORM -> URLEncoder.encode(text, StandardCharsets.UTF_8);
				case PERCENT -> UriUtils.encode(text, StandardCharsets.UTF_8);
				case USER_INFO -> UriUtils.encodeUserInfo(text, StandardCharsets.UTF_8);
				case JSON_TEXT -> inside(JSON.writeValueAsString(text));
				case JSON_ASCII ->
					inside(JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(text));
				case JSON_TWICE -> inside(JSON.writeValueAsString(inside(JSON.writeValueAsString(text))));
				case HTML -> HtmlUtils.htmlEscape(text, "UTF-8");
				case HEX -> HexFormat.of().formatHex(bytes);
				case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(bytes);
				case SINGLE_QUOTES -> text.replace("'", "'\\''");
				case DOUBLE_QUOTES -> text.replaceAll("([\\\\\"$`])", "\\\\$1");
				case SQL -> text.replace("'", "''");
				case BASE64 -> Base64.getEncoder().encodeToString(bytes);
				case BASE64_URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
			};
		}

		/** What of the encoded text belongs to the secret; base64 words go as a whole. */
		String core(String before, String secret, String after) {
			return name().startsWith("BASE64") ? encode(before + secret + after) : encode(secret);
		}

		private static String inside(String quoted) {
			return quoted.substring(1, quoted.length() - 1);
		}

	}

}

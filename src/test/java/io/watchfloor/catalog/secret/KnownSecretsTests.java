package io.watchfloor.catalog.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KnownSecretsTests {

	@TempDir
	Path folder;

	private final KnownSecrets secrets = new KnownSecrets(
			new SecretStores(Map.of("DATABASE_PASSWORD", "Tr0ub4dor&3", "PIN", "42x", "NOTHING", "")::get));

	@Test
	void resolvesAnEnvironmentVariable() {
		assertThat(this.secrets.resolve(new SecretReference("env", "DATABASE_PASSWORD"))).isEqualTo("Tr0ub4dor&3");
	}

	@ParameterizedTest
	@CsvSource({ "'s3cret\n', s3cret", "'s3cret\r\n', s3cret", "' s3cret ', ' s3cret '", "'s3cret\n\n', 's3cret\n'" })
	void resolvesAFileWithoutItsLastLineBreak(String content, String value) throws Exception {
		Path file = Files.writeString(this.folder.resolve("password"), content);

		assertThat(this.secrets.resolve(new SecretReference("file", file.toString()))).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "env, MISSING, is not set", "env, NOTHING, is not set", "file, /nowhere/password, cannot be read",
			"vault, a/b, unknown scheme" })
	void namesTheReferenceThatLeadsNowhere(String scheme, String path, String trouble) {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.secrets.resolve(new SecretReference(scheme, path)))
			.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.NOT_FOUND))
			.withMessageContaining(scheme + ":" + path)
			.withMessageContaining(trouble);
	}

	@Test
	void hidesNothingThatItNeverGaveOut() {
		assertThat(this.secrets.redact("Tr0ub4dor&3 was said")).isEqualTo("Tr0ub4dor&3 was said");
	}

	@Test
	void hidesWhatItGaveOut() {
		this.secrets.resolve(new SecretReference("env", "DATABASE_PASSWORD"));

		assertThat(this.secrets.redact("sign-in of cs_mcp with Tr0ub4dor&3 failed"))
			.isEqualTo("sign-in of cs_mcp with [hidden] failed");
	}

	@Test
	void hidesEachLineOfAKey() throws Exception {
		Path file = Files.writeString(this.folder.resolve("key"), "-----BEGIN-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n");
		this.secrets.resolve(new SecretReference("file", file.toString()));

		assertThat(this.secrets.redact("line 2: MIIEvQIBADANBg, line 3: kqhkiG9w0BAQEF"))
			.isEqualTo("line 2: [hidden], line 3: [hidden]");
	}

	@Test
	void hidesAShortSecretOnlyWhereASecretIsExpected() {
		this.secrets.resolve(new SecretReference("env", "PIN"));

		assertThat(this.secrets.redact("42x rows, password=42x")).isEqualTo("42x rows, password=[hidden]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"postgresql://cs:hunter2@db:5432/shop | postgresql://cs:[hidden]@db:5432/shop",
			"redis://:hunter2@cache:6379/0 | redis://:[hidden]@cache:6379/0",
			"amqp://cs:p@ss/word@queue/x | amqp://cs:[hidden]@queue/x",
			"Authorization: Bearer abc.def | Authorization: Bearer [hidden]",
			"authorization: Basic dXNlcjpwYXNz | authorization: Basic [hidden]",
			"curl -H 'Authorization: Bearer abc.def' https://x | curl -H 'Authorization: Bearer [hidden]' https://x",
			"bearer eyJhbGciOiJIUzI1NiJ9 | bearer [hidden]", "X-Api-Key: abc123 | X-Api-Key: [hidden]",
			"password=hunter2&user=cs | password=[hidden]&user=cs",
			"PGPASSWORD=hunter2 psql | PGPASSWORD=[hidden] psql", "DB_PASSWORD='two words' x | DB_PASSWORD=[hidden] x",
			"{\"password\": \"hunter2\"} | {\"password\": [hidden]}",
			"{\"apiKey\":\"a\\\"b\",\"x\":1} | {\"apiKey\":[hidden],\"x\":1}",
			"aws_secret_access_key = abc | aws_secret_access_key = [hidden]",
			"redis-cli -h cache -a hunter2 ping | redis-cli -h cache -a [hidden] ping",
			"redis-cli --pass hunter2 ping | redis-cli --pass [hidden] ping",
			"curl -u cs:hunter2 https://x | curl -u cs:[hidden] https://x",
			"mysqldump -phunter2 shop | mysqldump -p[hidden] shop",
			"ALTER USER cs PASSWORD 'hunter2' | ALTER USER cs PASSWORD [hidden]",
			"CONFIG SET requirepass hunter2 | CONFIG SET requirepass [hidden]" })
	void hidesWhatStandsWhereASecretIsExpected(String text, String hidden) {
		assertThat(this.secrets.redact(text)).isEqualTo(hidden);
		assertThat(this.secrets.redact(hidden)).as("once more").isEqualTo(hidden);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://cs-mcp.yourcompany.com:443/health?to=a@b.c",
			"redis-cli -a \"${REDIS_PASSWORD}\" ping", "curl -H \"Authorization: Bearer $TOKEN\" https://x",
			"password=$PASSWORD", "docker ps -a --filter name=x", "password: env:CS_DATABASE_PASSWORD",
			"git@github.com:team/catalog.git", "the token expired", "postgresql://db:5432/shop",
			"http://localhost:8080", "SELECT count(*) FROM api_keys", "redis://cache:6379 and mail to a@b.c" })
	void leavesAloneWhatIsNoSecret(String text) {
		assertThat(this.secrets.redact(text)).isEqualTo(text);
	}

}

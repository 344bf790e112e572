package io.watchfloor.runbook.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ReadCommandTests {

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void aCleanFileEndsWithZero() throws IOException {
		assertThat(read(file("clean.md", "# Shop\n\n## Look\n```bash\nredis-cli PING\n```\n"))).isZero();
		assertThat(printed()).contains("1 of 1 commands typed (100 %)").contains("no findings");
	}

	@Test
	void aDangerEndsWithOneAndNamesItsLine() throws IOException {
		Path file = file("danger.md", "# Shop\n\n## Clear\n```bash\nredis-cli FLUSHALL\n```\n");
		assertThat(read(file)).isOne();
		assertThat(printed()).contains("danger.md:5  danger  redis/flushall");
	}

	@Test
	void aReasonKeepsAFindingQuietAndNothingElseDoes() throws IOException {
		String block = "```bash\nredis-cli FLUSHALL\n```\n";
		assertThat(read(file("quiet.md",
				"# S\n\n## C\n<!-- watchfloor:ignore redis/flushall it holds the cache only -->\n\n" + block)))
			.isZero();
		assertThat(read(file("loud.md", "# S\n\n## C\n<!-- watchfloor:ignore redis/flushall -->\n\n" + block))).isOne();
		assertThat(printed()).contains("document/ignored-without-reason");
	}

	@Test
	void whatIsNoTextOrIsNotThereEndsWithTwo() throws IOException {
		Path binary = this.folder.resolve("binary.md");
		Files.write(binary, new byte[] { 'a', 0, 'b' });
		assertThat(read(binary)).isEqualTo(2);
		assertThat(read(this.folder.resolve("missing.md"))).isEqualTo(2);
	}

	@Test
	void sarifHoldsWhatItsSchemaDemands() throws IOException {
		Path file = file("a b.md", "# Shop\n\n## Clear\n```bash\nredis-cli FLUSHALL\n```\n");
		assertThat(read(file, "--sarif")).isOne();
		JsonNode log = JsonMapper.builder().build().readTree(printed());
		JsonNode run = log.path("runs").get(0);
		JsonNode result = run.path("results").get(0);
		assertThat(log.path("version").stringValue()).isEqualTo("2.1.0");
		assertThat(run.at("/tool/driver/name").stringValue()).isEqualTo("Watchfloor");
		int rule = result.path("ruleIndex").intValue();
		assertThat(run.at("/tool/driver/rules/" + rule + "/id").stringValue())
			.isEqualTo(result.path("ruleId").stringValue());
		assertThat(result.path("level").stringValue()).isIn("none", "note", "warning", "error");
		assertThat(result.at("/message/text").stringValue()).isNotBlank();
		assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue()).endsWith("a%20b.md");
		assertThat(result.at("/locations/0/physicalLocation/region/startLine").intValue()).isEqualTo(5);
	}

	@Test
	void sarifKeepsToItsSchemaAndTellsWhatIsSuppressed() throws IOException {
		Path file = file("n\u00fc+c#1.md", """
				# Shop

				## Clear
				```bash
				redis-cli FLUSHALL
				```

				## Again

				<!-- watchfloor:ignore redis/flushall it holds the cache only -->

				```bash
				redis-cli FLUSHALL
				```
				""");
		Path binary = this.folder.resolve("binary.md");
		Files.write(binary, new byte[] { 'a', 0 });
		read(this.folder, "--sarif");
		String printed = printed().substring(0, printed().lastIndexOf('}') + 1);
		Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(Files.readString(Path.of("src/test/resources/sarif-2.1.0-requirements.schema.json")),
					InputFormat.JSON);
		assertThat(schema.validate(printed, InputFormat.JSON)).isEmpty();
		JsonNode run = JsonMapper.builder().build().readTree(printed).path("runs").get(0);
		List<JsonNode> flushes = run.path("results")
			.valueStream()
			.filter((result) -> result.path("ruleId").stringValue().equals("redis/flushall"))
			.toList();
		assertThat(flushes)
			.extracting((result) -> result.at("/locations/0/physicalLocation/region/startLine").intValue(),
					(result) -> result.at("/suppressions/0/justification").asString(""))
			.containsExactly(tuple(5, ""), tuple(13, "it holds the cache only"));
		String uri = flushes.getFirst().at("/locations/0/physicalLocation/artifactLocation/uri").stringValue();
		assertThat(java.net.URI.create(uri).getPath()).isEqualTo(file.toString());
		assertThat(run.at("/invocations/0/executionSuccessful").booleanValue()).isFalse();
		assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").stringValue()).contains("NUL");
		assertThat(schema.validate(printed.replace("\"startLine\" : 5", "\"startLine\" : 0"), InputFormat.JSON))
			.isNotEmpty();
	}

	@Test
	void jsonHoldsStepsAndFindings() throws IOException {
		Path file = file("shop.md", "# Shop\n\n## Look\n```bash\nredis-cli GET <key>\nfrobnicate\n```\n");
		read(file, "--json");
		JsonNode book = JsonMapper.builder().build().readTree(printed()).path("files").get(0);
		assertThat(book.path("commands").intValue()).isEqualTo(2);
		assertThat(book.at("/procedures/0/steps/1/reason").stringValue()).contains("frobnicate");
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	private int read(Path file, String... flags) {
		this.out.reset();
		List<String> arguments = Stream.concat(Stream.of(file.toString()), Stream.of(flags)).toList();
		PrintStream stream = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		return ReadCommand.run(arguments, stream, stream);
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}

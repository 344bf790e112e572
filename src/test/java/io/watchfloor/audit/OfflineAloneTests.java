package io.watchfloor.audit;

import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.watchfloor.audit.offline.VerifyExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/** A verifier that used the writer's code would share its mistakes. */
class OfflineAloneTests {

	@TempDir
	private Path folder;

	@Test
	void theOfflineVerifierSharesNothingWithTheWriter() {
		classes().that()
			.resideInAPackage("io.watchfloor.audit.offline")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.watchfloor.audit.offline", "java..", "tools.jackson..", "org.jspecify..")
			.check(new ClassFileImporter().importPackages("io.watchfloor.audit.offline"));
	}

	@Test
	void itRunsAsAProgramWithNothingButJacksonBesideIt() throws Exception {
		try (AuditDatabase database = new AuditDatabase();
				AuditFixture console = new AuditFixture(database.source(), this.folder.resolve("data"))) {
			console.log().append(AuditFixture.entry("step.intended"));
			try (OutputStream output = Files.newOutputStream(this.folder.resolve("export.jsonl"))) {
				console.export().write(output);
			}
		}
		assertThat(verify("export.jsonl", "--checkpoints", "data/audit")).isEqualTo("0 Intact: 2 records");
		Path export = this.folder.resolve("export.jsonl");
		Files.writeString(export, Files.readString(export).replace("Redis keys stale", "Redis keys Stale"));
		assertThat(verify("export.jsonl", "--checkpoints", "data/audit")).isEqualTo("1 BROKEN: Record 1");
		assertThat(verify("--help", "x", "y")).startsWith("2 Usage");
	}

	private String verify(String... arguments) throws Exception {
		Path classes = Path.of(VerifyExport.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path alone = this.folder.resolve("alone");
		Path offline = alone.resolve("io/watchfloor/audit/offline");
		if (!Files.exists(offline)) {
			Files.createDirectories(offline);
			try (Stream<Path> files = Files.list(classes.resolve("io/watchfloor/audit/offline"))) {
				for (Path file : files.toList()) {
					Files.copy(file, offline.resolve(file.getFileName()));
				}
			}
		}
		String jackson = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((jar) -> jar.contains("jackson"))
			.collect(Collectors.joining(File.pathSeparator));
		Stream<String> command = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				alone + File.pathSeparator + jackson, VerifyExport.class.getName());
		Process process = new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList())
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.start();
		String last = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith("Intact") || line.startsWith("BROKEN") || line.startsWith("Usage"))
			.findFirst()
			.orElse("");
		return process.waitFor() + " " + last.substring(0, Math.min(last.length(), 17)).strip();
	}

}

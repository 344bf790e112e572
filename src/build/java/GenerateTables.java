import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.OnError;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Build step: applies every module's migrations to a throw-away PostgreSQL and generates jOOQ's
 * tables from it. Does nothing when neither the migrations nor this file changed.
 */
class GenerateTables {

	public static void main(String[] arguments) throws Exception {
		System.setProperty("org.jooq.no-logo", "true");
		System.setProperty("org.jooq.no-tips", "true");
		Path migrations = Path.of(arguments[0]);
		Path output = Path.of(arguments[1]);
		Path stamp = output.resolve(".stamp");
		String state = state(migrations);
		if (Files.exists(stamp) && Files.readString(stamp).equals(state)) {
			return;
		}
		List<String> modules = modules(migrations);
		try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
			DataSource source = server.getPostgresDatabase();
			for (String module : modules) {
				Flyway.configure()
					.dataSource(source)
					.schemas(module)
					.locations("filesystem:" + migrations.resolve(module))
					.load()
					.migrate();
			}
			try (var connection = source.getConnection()) {
				GenerationTool tool = new GenerationTool();
				tool.setConnection(connection);
				tool.run(configuration(modules, output));
			}
		}
		Files.writeString(stamp, state);
	}

	// The words that a search looks into are the server's own: nothing reads or writes them from here
	private static Configuration configuration(List<String> modules, Path output) {
		return new Configuration().withLogging(Logging.ERROR)
			.withOnError(OnError.FAIL)
			.withGenerator(new Generator()
				.withDatabase(new Database().withName("org.jooq.meta.postgres.PostgresDatabase")
					.withSchemata(schemas(modules))
					.withIncludeExcludeColumns(true)
					.withExcludes("flyway_schema_history|(audit\\.record\\.|record_)words")
					.withOutputCatalogToDefault(true)
					.withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz|timestamp with time zone")))
				.withGenerate(new Generate().withJavaTimeTypes(true).withGlobalCatalogReferences(false).withPojos(false).withDaos(false))
				.withTarget(new Target().withPackageName("io.watchfloor.db.schema")
					.withDirectory(output.toString())
					.withClean(true)));
	}

	// The empty public schema is listed too: with one schema only, jOOQ would leave the schema's name out of
	// the packages, and they would change when a second module gets tables.
	private static List<SchemaMappingType> schemas(List<String> modules) {
		return Stream.concat(modules.stream(), Stream.of("public"))
			.map((name) -> new SchemaMappingType().withInputSchema(name))
			.toList();
	}

	private static List<String> modules(Path migrations) throws IOException {
		try (Stream<Path> folders = Files.list(migrations)) {
			return folders.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()).sorted().toList();
		}
	}

	private static String state(Path migrations) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		try (Stream<Path> files = Files.walk(migrations)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
				digest.update(Files.readAllBytes(file));
			}
		}
		digest.update(Files.readAllBytes(Path.of("src/build/java/GenerateTables.java")));
		return HexFormat.of().formatHex(digest.digest());
	}

}

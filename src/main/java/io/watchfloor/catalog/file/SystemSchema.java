package io.watchfloor.catalog.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.watchfloor.catalog.CatalogError;
import tools.jackson.databind.JsonNode;

/** The published JSON Schema of {@code system.yaml}. */
class SystemSchema {

	/** On the classpath, and beside a seeded catalog. */
	static final String FILE = "system.schema.json";

	private final String text;

	private final Schema schema;

	SystemSchema() {
		this.text = load();
		this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(this.text, InputFormat.JSON);
	}

	/** The schema as published. */
	String text() {
		return this.text;
	}

	/** The kinds of target that the schema names as examples. */
	List<String> plannedKinds() {
		return this.schema.getSchemaNode()
			.at("/definitions/target/properties/kind/examples")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	/** Everything in which the document's shape is wrong, by place. */
	List<CatalogError> validate(YamlDocument document) {
		List<Error> violations = this.schema.validate(document.root());
		SchemaViolation violation = new SchemaViolation(document, this.schema.getSchemaNode());
		return violations.stream()
			.map(violation::explain)
			.distinct()
			.sorted(Comparator.comparingInt(CatalogError::line).thenComparingInt(CatalogError::column))
			.toList();
	}

	private static String load() {
		try (InputStream stream = SystemSchema.class.getResourceAsStream("/catalog-schema/" + FILE)) {
			if (stream == null) {
				throw new IllegalStateException("the schema is missing from the build: " + FILE);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}

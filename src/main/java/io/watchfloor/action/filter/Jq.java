package io.watchfloor.action.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.watchfloor.command.SimpleCommand;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * {@code jq} over JSON.
 *
 * @param raw prints texts without quotes
 * @param slurp takes all inputs as one array
 * @param sorted prints keys in order
 */
record Jq(JsonQuery query, ObjectWriter writer, boolean raw, boolean slurp, boolean sorted) implements TextFilter {

	private static final int MOST_LINES = 100_000;

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final Map<String, String> LONGS = Map.of("--raw-output", "r", "--compact-output", "c", "--slurp",
			"s", "--sort-keys", "S", "--exit-status", "e", "--monochrome-output", "M", "--color-output", "C");

	static Jq read(SimpleCommand stage) {
		Options options = Options.read(stage, "rcsSeMC", "", LONGS);
		String expression = options.operands().isEmpty() ? "." : options.operand("the expression");
		String unknown = new JqNames(expression).unknown();
		if (!unknown.isEmpty()) {
			throw options.problem("'" + unknown + "' in '" + expression + "' is not understood.");
		}
		try {
			return new Jq(JsonQuery.compile(expression, Versions.JQ_1_6), writer(options.has("c")), options.has("r"),
					options.has("s"), options.has("S"));
		}
		catch (JsonQueryException wrong) {
			throw options.problem("'" + expression + "' is not understood: " + wrong.getMessage());
		}
	}

	/** {@code jq .} */
	static Jq pretty() {
		try {
			return new Jq(JsonQuery.compile(".", Versions.JQ_1_6), writer(false), false, false, false);
		}
		catch (JsonQueryException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	private static ObjectWriter writer(boolean compact) {
		ObjectWriter writer = MAPPER.writer();
		if (!compact) {
			DefaultIndenter indent = new DefaultIndenter("  ", "\n");
			writer = writer.with(
					new DefaultPrettyPrinter()
						.withSeparators(Separators.createDefaultInstance()
							.withObjectFieldValueSpacing(Separators.Spacing.AFTER)
							.withObjectEmptySeparator("")
							.withArrayEmptySeparator(""))
						.withObjectIndenter(indent)
						.withArrayIndenter(indent));
		}
		return writer.with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
	}

	@Override
	public List<String> apply(List<String> lines) {
		Scope scope = Scope.newChildScope(Builtins.SCOPE);
		List<String> printed = new ArrayList<>();
		try {
			for (JsonNode input : inputs(String.join("\n", lines))) {
				this.query.apply(scope, input, (output) -> print(output, printed));
			}
			return printed;
		}
		catch (JsonProcessingException noJson) {
			if (noJson instanceof JsonQueryException) {
				throw new FilterTrouble("jq: " + noJson.getMessage());
			}
			throw new FilterTrouble("The answer is not JSON: " + noJson.getOriginalMessage());
		}
		catch (IOException trouble) {
			throw new FilterTrouble("jq: " + trouble.getMessage());
		}
	}

	private List<JsonNode> inputs(String text) throws IOException {
		try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text)) {
			List<JsonNode> all = values.readAll();
			if (!this.slurp) {
				return all;
			}
			ArrayNode array = MAPPER.createArrayNode();
			array.addAll(all);
			return List.of(array);
		}
	}

	private void print(JsonNode output, List<String> printed) throws JsonQueryException {
		try {
			Object value = this.sorted ? MAPPER.treeToValue(output, Object.class) : output;
			String text = (this.raw && output.isTextual()) ? output.textValue() : this.writer.writeValueAsString(value);
			printed.addAll(text.isEmpty() ? List.of("") : text.lines().toList());
		}
		catch (JsonProcessingException trouble) {
			throw new JsonQueryException(trouble);
		}
		if (printed.size() > MOST_LINES) {
			throw new JsonQueryException("more than " + MOST_LINES + " lines come out");
		}
	}

	/** Loaded with the first use: it takes a while. */
	private static final class Builtins {

		static final Scope SCOPE = Scope.newEmptyScope();

		static {
			BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, SCOPE);
		}

	}

}

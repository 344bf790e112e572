package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.aws.model.Facts;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.OperationFacts;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.kernel.Risk;

/** What is said about any call, whichever kind of action holds it. */
final class Calls {

	private Calls() {
	}

	/** The risk by the table of the service. */
	static Risk risk(String service, String operation) {
		return Facts.of(service)
			.operation(operation)
			.map(OperationFacts::risk)
			.orElseThrow(
					() -> new IllegalArgumentException("aws " + service + " " + operation + " is not a known call"));
	}

	/** The call itself, with its parameters' shapes. */
	static Operation find(String service, String operation) {
		return ServiceModel.named(service)
			.flatMap((model) -> model.operation(operation))
			.orElseThrow(
					() -> new IllegalArgumentException("aws " + service + " " + operation + " is not a known call"));
	}

	/** "Describe services of mcp in prod": the operation and what names its object. */
	static String title(String service, String operation, Map<String, Object> parameters) {
		String verb = operation.replace('-', ' ');
		String title = service.toUpperCase(Locale.ROOT) + ": " + verb;
		return name(parameters).map((name) -> title + " " + name).orElse(title);
	}

	/** The first parameter that sounds like a name. */
	private static Optional<String> name(Map<String, Object> parameters) {
		return parameters.entrySet()
			.stream()
			.filter((entry) -> entry.getKey()
				.matches("(?i).*(name|identifier|service|services|id|ids|url|function|bucket)"))
			.map(Map.Entry::getValue)
			.filter((value) -> value instanceof String || value instanceof java.util.List)
			.map((value) -> value.toString().replaceAll("[\\[\\]]", ""))
			.filter((value) -> value.length() <= 80 && !value.contains("{"))
			.findFirst();
	}

	/**
	 * A call, the describe call that tells about its object, and the one that undoes it.
	 */
	static List<AwsCall> around(String service, String operation, Map<String, Object> parameters, String region) {
		List<AwsCall> calls = new ArrayList<>(List.of(new AwsCall(service, operation, parameters, region)));
		Twins.of(service, operation)
			.map((twin) -> new AwsCall(service, twin.describe(), CurrentState.parameters(twin, parameters), region))
			.ifPresent(calls::add);
		Twin.opposite(service, operation)
			.map((undo) -> new AwsCall(service, undo, parameters, region))
			.ifPresent(calls::add);
		return calls;
	}

}

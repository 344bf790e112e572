package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Risk;

/**
 * Asks a service something, by any operation that provably changes nothing.
 *
 * @param service as the {@code aws} command names it
 * @param operation as the {@code aws} command names it
 * @param parameters by the API's names; nested maps, lists and scalars
 * @param region where to; empty for the target's own
 * @param query JMESPath over the answer; empty for all of it
 * @param output {@code json} or {@code text}
 * @param maxItems how many items of all pages; -1 for all of them
 * @param paginate whether all pages are asked for
 */
public record AwsRead(String service, String operation, Map<String, Object> parameters, String region, String query,
		String output, int maxItems, boolean paginate) implements Calling {

	public AwsRead {
		parameters = Trees.copy(parameters);
		if (Calls.risk(service, operation) != Risk.READ) {
			throw new IllegalArgumentException("aws " + service + " " + operation + " may change something");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return Calls.title(this.service, this.operation, this.parameters);
	}

	@Override
	public String commandLine() {
		return new CallText(this.service, this.operation).parameters(this.parameters)
			.option("max-items", (this.maxItems < 0) ? "" : Integer.toString(this.maxItems))
			.flag("no-paginate", !this.paginate)
			.option("region", this.region)
			.option("query", this.query)
			.option("output", this.output)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		return List.of(new AwsCall(this.service, this.operation, this.parameters, this.region));
	}

}

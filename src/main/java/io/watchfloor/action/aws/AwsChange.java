package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Risk;

/**
 * Makes one call that changes something.
 *
 * @param service as the {@code aws} command names it
 * @param operation as the {@code aws} command names it
 * @param parameters by the API's names; nested maps, lists and scalars
 * @param region where to; empty for the target's own
 * @param query JMESPath over the answer; empty for all of it
 * @param output {@code json} or {@code text}
 */
public record AwsChange(String service, String operation, Map<String, Object> parameters, String region, String query,
		String output) implements Calling {

	public AwsChange {
		parameters = Trees.copy(parameters);
		if (Calls.risk(service, operation) == Risk.READ) {
			throw new IllegalArgumentException("aws " + service + " " + operation + " only reads");
		}
	}

	/** Another call of the same service, to the same place. */
	public AwsChange with(String other, Map<String, Object> values) {
		return new AwsChange(this.service, other, values, this.region, "", this.output);
	}

	/** Whether it is a call of the {@code aws} command. */
	public boolean is(String words) {
		return words.equals(this.service + " " + this.operation);
	}

	@Override
	public Risk risk() {
		return Calls.risk(this.service, this.operation);
	}

	@Override
	public String title() {
		return Calls.title(this.service, this.operation, this.parameters);
	}

	@Override
	public String commandLine() {
		return new CallText(this.service, this.operation).parameters(this.parameters)
			.option("region", this.region)
			.option("query", this.query)
			.option("output", this.output)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		return Calls.around(this.service, this.operation, this.parameters, this.region);
	}

}

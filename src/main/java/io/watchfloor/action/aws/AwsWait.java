package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Waiter;
import io.watchfloor.kernel.Risk;

/**
 * Looks until a condition holds that the service's waiters know: {@code services-stable}.
 *
 * @param service as the {@code aws} command names it
 * @param condition as the {@code aws} command names it
 * @param parameters of the call that is asked, by the API's names
 * @param region where to; empty for the target's own
 */
public record AwsWait(String service, String condition, Map<String, Object> parameters,
		String region) implements Calling {

	public AwsWait {
		parameters = Trees.copy(parameters);
		if (ServiceModel.named(service).flatMap((model) -> Waiter.named(model, condition)).isEmpty()) {
			throw new IllegalArgumentException("aws " + service + " knows no waiter " + condition);
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Wait for " + this.condition.replace('-', ' ');
	}

	@Override
	public String commandLine() {
		return new CallText(this.service, "wait", this.condition).parameters(this.parameters)
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		String asked = ServiceModel.named(this.service)
			.flatMap((model) -> Waiter.named(model, this.condition))
			.orElseThrow()
			.operation()
			.cliName();
		return List.of(new AwsCall(this.service, asked, this.parameters, this.region));
	}

}

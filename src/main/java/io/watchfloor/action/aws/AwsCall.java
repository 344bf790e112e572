package io.watchfloor.action.aws;

import java.util.Map;

/**
 * A call that an action makes, or may make.
 *
 * @param service as the {@code aws} command names it
 * @param operation as the {@code aws} command names it
 * @param parameters by the API's names; at least those that name what it is about
 * @param region where to; empty for the target's own
 */
public record AwsCall(String service, String operation, Map<String, Object> parameters, String region) {

	public AwsCall {
		parameters = Trees.copy(parameters);
	}

}

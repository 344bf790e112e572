package io.watchfloor.action.aws.model;

import java.util.Set;

import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK's classes do not say about an operation.
 *
 * @param risk what it can do at worst, by its meaning
 * @param required the API's names of the parameters that must be there
 * @param paging how its answer comes in pages; absent where it does not
 */
public record OperationFacts(Risk risk, Set<String> required, @Nullable Paging paging) {

	public OperationFacts {
		required = Set.copyOf(required);
	}

}

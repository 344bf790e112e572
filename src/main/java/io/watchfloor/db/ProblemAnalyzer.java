package io.watchfloor.db;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.watchfloor.kernel.Problem;

/** Ends a start that failed for a known reason with that reason, not a stack trace. */
class ProblemAnalyzer extends AbstractFailureAnalyzer<Problem> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, Problem cause) {
		return new FailureAnalysis(cause.getMessage(), mending(cause), cause);
	}

	private static @Nullable String mending(Problem cause) {
		return (cause instanceof StoreFailure failure) ? failure.mending() : null;
	}

}

package io.watchfloor.action.aws;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPath;
import io.burt.jmespath.jcf.JcfRuntime;
import io.burt.jmespath.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** JMESPath, as {@code --query} has it. */
final class Query {

	private static final class Engine {

		private static final JmesPath<Object> JCF = new JcfRuntime();

	}

	private Query() {
	}

	/**
	 * Looks whether it can be read.
	 * @throws IllegalArgumentException why not
	 */
	static void demand(String query) {
		try {
			Engine.JCF.compile(Literals.quoted(query));
		}
		catch (ParseException malformed) {
			throw new IllegalArgumentException("--query '" + query + "' is no JMESPath", malformed);
		}
	}

	/**
	 * What a query finds; null where there is nothing.
	 * @throws IllegalArgumentException when a function in it does not fit what it finds
	 */
	static @Nullable Object find(String query, Object tree) {
		try {
			Expression<Object> expression = Engine.JCF.compile(Literals.quoted(query));
			return expression.search(tree);
		}
		catch (RuntimeException unfit) {
			throw new IllegalArgumentException("--query '" + query + "' does not fit the answer: " + unfit.getMessage(),
					unfit);
		}
	}

}

package io.watchfloor.action.postgres;

import java.sql.SQLException;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** Says what went wrong with a PostgreSQL server in words that a person can act on. */
final class PostgresTrouble {

	private PostgresTrouble() {
	}

	static Problem of(SQLException trouble, String address) {
		String state = String.valueOf(trouble.getSQLState());
		String said = String.valueOf(trouble.getMessage())
			.lines()
			.findFirst()
			.orElse("no word")
			.replaceFirst("\\.$", "");
		String server = "PostgreSQL at " + address;
		if (state.equals("57014")) {
			return new Problem(Category.TARGET_SAID_NO,
					server + " stopped the statement: " + said + ". Look what it waits for.", trouble);
		}
		if (state.startsWith("08") || state.startsWith("57P") || state.equals("null") || state.equals("53300")) {
			return new Problem(Category.UNREACHABLE, server + " did not go along: " + said
					+ ". Look whether it runs, has connections left and the address is right.", trouble);
		}
		String advice = state.startsWith("28") ? " Check the target's 'user' and 'password'."
				: state.equals("55P03") ? " Somebody holds a lock; see the running queries." : "";
		return new Problem(Category.TARGET_SAID_NO, server + " refused: " + said + "." + advice, trouble);
	}

}

package io.watchfloor.action.postgres;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Reads the slowest statements from pg_stat_statements by the server's own column names.
 *
 * @param order by the mean or the total time
 * @param moreThanMillis only statements with a longer mean, in milliseconds
 * @param limit how many at most
 */
public record SlowQueries(Order order, double moreThanMillis, int limit) implements Action {

	/** What comes first. */
	public enum Order {

		/** The slowest each time. */
		MEAN,
		/** The most time altogether. */
		TOTAL

	}

	public SlowQueries {
		Objects.requireNonNull(order, "order");
		if (!(moreThanMillis >= 0) || limit < 1 || limit > 100) {
			throw new IllegalArgumentException("milliseconds from 0, and 1 to 100 statements");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Read the slowest queries";
	}

	@Override
	public String commandLine() {
		return "psql -c "
				+ Shell.quote("SELECT query, calls, total_exec_time, mean_exec_time FROM pg_stat_statements WHERE "
						+ "mean_exec_time > " + BigDecimal.valueOf(this.moreThanMillis).toPlainString() + " ORDER BY "
						+ this.order.name().toLowerCase(Locale.ROOT) + "_exec_time DESC LIMIT " + this.limit);
	}

}

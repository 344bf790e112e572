package io.watchfloor.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The chain's table as its one writer on this node sees it. */
public interface ChainStore {

	/**
	 * Appends durably, alone among all nodes while it does.
	 * @param next makes the records that follow the head it is given; asked again, with
	 * the then current head, when the connection had to be renewed
	 */
	Result append(Function<ChainHead, List<AuditRecord>> next);

	/** Whether the store takes the appender's turn right now. */
	boolean answers();

	/** How an append ended. */
	sealed interface Result {

		/** The records are durable. */
		record Written(List<AuditRecord> records) implements Result {
		}

		/** None of the records is there. */
		record NotWritten(SQLException cause) implements Result {

			/** Whether the server refused what a record holds, rather than failed. */
			boolean fault() {
				String state = this.cause.getSQLState();
				return state != null && (state.startsWith("22") || state.startsWith("23"));
			}

		}

		/** All of the records are there or none; nobody could be asked which. */
		record Unsettled(SQLException cause) implements Result {
		}

	}

}

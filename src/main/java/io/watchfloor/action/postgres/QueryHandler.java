package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/**
 * Shows at most 500 rows of the last query, and all as text; a single number is the
 * value.
 */
@Component
class QueryHandler extends SessionRead<Query, PostgresSession> {

	private static final int MOST = 500;

	QueryHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<Query> type() {
		return new ActionType<>("postgres.query", Query.class, PostgresTargets.KIND);
	}

	@Override
	protected Reading read(Query action, PostgresSession session, Instant at) {
		List<Rows> answers = new ArrayList<>();
		action.statements().forEach((sql) -> answers.add(session.asWritten(sql, MOST + 1)));
		String source = session.source(String.join("; ", action.statements()));
		if (answers.size() == 1) {
			return answer(answers.getFirst(), action.layout(), source, at);
		}
		List<String> texts = answers.stream().map((rows) -> PsqlText.of(rows.first(MOST), action.layout())).toList();
		long all = answers.stream().mapToLong((rows) -> rows.rows().size()).sum();
		return new Reading(true, RowCount.words(all) + " in " + answers.size() + " answers", null, null,
				answers.getLast().first(MOST).table(), String.join("\n\n", texts), source, at);
	}

	private static Reading answer(Rows rows, Layout layout, String source, Instant at) {
		boolean cut = rows.rows().size() > MOST;
		String text = PsqlText.of(rows.first(MOST), layout);
		if (rows.single()) {
			return single(rows, text, source, at);
		}
		return new Reading(true,
				cut ? "More than " + MOST + " rows; the first are shown"
						: rows.rows().size() + ((rows.rows().size() == 1) ? " row" : " rows"),
				null, null, rows.first(MOST).table(), text, source, at);
	}

	private static Reading single(Rows rows, String text, String source, Instant at) {
		String name = rows.columns().getFirst();
		String cell = rows.rows().getFirst().getFirst();
		if (cell.isEmpty()) {
			return new Reading(false, name + " has no value", null, null, rows.table(), null, source, at);
		}
		Double value = cell.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.valueOf(cell) : null;
		return new Reading(true, name + " = " + cell, value, null, rows.table(), text, source, at);
	}

}

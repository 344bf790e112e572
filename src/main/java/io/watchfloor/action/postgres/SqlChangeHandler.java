package io.watchfloor.action.postgres;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Runs the statement in one transaction where PostgreSQL lets it, and takes it back when
 * it touches another number of rows than the plan showed.
 */
@Component
class SqlChangeHandler extends SessionChange<SqlChange, PostgresSession> {

	SqlChangeHandler(PostgresServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<SqlChange> type() {
		return new ActionType<>("postgres.change", SqlChange.class, PostgresTargets.KIND);
	}

	@Override
	protected Plan plan(SqlChange action, PostgresSession session, Instant at) {
		return SqlPlans.of(action, session, at);
	}

	@Override
	protected Outcome execute(SqlChange action, Plan plan, PostgresSession session, RunContext context) {
		context.making(plan.calls().getFirst());
		try {
			if (action.shape() instanceof SqlShape.Objects) {
				session.execute(action.sql(), context);
				return new Outcome.Succeeded("The server carried it out.", Map.of());
			}
			long planned = SqlPlans.planned(plan);
			long touched = session.executeExactly(action.sql(), planned, context);
			if (touched != planned) {
				return new Outcome.Failed("It would have touched %d rows, and the plan showed %d. It was taken back."
					.formatted(touched, planned));
			}
			return new Outcome.Succeeded(RowCount.words(touched) + ".", Map.of("rows", Long.toString(touched)));
		}
		catch (Problem problem) {
			return ended(problem, context, "");
		}
	}

	@Override
	protected Verification verify(SqlChange action, Plan plan, PostgresSession session) {
		return SqlEvidence.of(action, plan, session).verification();
	}

	@Override
	protected Settlement probe(SqlChange action, Plan plan, PostgresSession session) {
		return SqlEvidence.of(action, plan, session).settlement();
	}

	/** Only a written-down setting has an exact way back. */
	@Override
	public Optional<Action> undo(SqlChange action, Plan plan) {
		return SqlPlans.settingBefore(action, plan).map(SqlChange::new);
	}

}

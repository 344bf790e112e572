package io.watchfloor.action.postgres;

import java.time.Clock;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** A server that refuses the sign-in takes connections all the same. */
@Component
class IsReadyHandler implements ReadHandler<IsReady> {

	private final PostgresServers servers;

	private final Clock clock;

	IsReadyHandler(PostgresServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<IsReady> type() {
		return new ActionType<>("postgres.is-ready", IsReady.class, PostgresTargets.KIND);
	}

	@Override
	public Reading read(IsReady action, Target target, RunContext context) {
		String address = PostgresServers.address(target);
		try (PostgresSession session = this.servers.reading(target)) {
			return accepting(session.address());
		}
		catch (Problem problem) {
			if (problem.category() == Problem.Category.TARGET_SAID_NO) {
				return accepting(address);
			}
			throw problem;
		}
	}

	private Reading accepting(String address) {
		return new Reading(true, "accepting connections", 1.0, "ready", null, address + " - accepting connections",
				"pg_isready at " + address, this.clock.instant());
	}

}

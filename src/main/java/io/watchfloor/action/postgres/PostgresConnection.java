package io.watchfloor.action.postgres;

import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Signs in and asks which of the roles that actions need are there. */
@Component
class PostgresConnection implements ConnectionProbe {

	private static final String ROLES = """
			SELECT pg_has_role(current_user, 'pg_monitor', 'member') AS monitor,
			  pg_has_role(current_user, 'pg_signal_backend', 'member') AS signal""";

	private final PostgresServers servers;

	PostgresConnection(PostgresServers servers) {
		this.servers = servers;
	}

	@Override
	public String kind() {
		return PostgresTargets.KIND;
	}

	@Override
	public Optional<Endpoint> endpoint(Target target) {
		return Endpoint.of(PostgresServers.url(target));
	}

	@Override
	public String signIn(Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
			return session.rows("SELECT current_user AS who").getFirst().get("who") + " on PostgreSQL "
					+ session.version() / 10_000 + "." + session.version() % 10_000;
		}
	}

	@Override
	public Optional<String> permission(Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
			Map<String, String> may = session.rows(ROLES).getFirst();
			String found = words(may, "monitor", "sees others' statements (pg_monitor)",
					"does not see others' statements: grant pg_monitor") + "; "
					+ words(may, "signal", "may end others' sessions (pg_signal_backend)",
							"may not end others' sessions: grant pg_signal_backend");
			if (may.containsValue("f")) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY,
						"It " + found + ". Some actions and readings need what is missing.");
			}
			return Optional.of(found);
		}
	}

	private static String words(Map<String, String> may, String role, String yes, String no) {
		return "t".equals(may.get(role)) ? yes : no;
	}

}

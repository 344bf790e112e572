package io.watchfloor.action.redis;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedisCliReaderTests {

	private static final TargetHint REDIS_URL = new TargetHint.Variable("REDIS_URL");

	private final RedisCliReader reader = new RedisCliReader();

	@Test
	void readsTheLinesOfTheSourceRunbooks() {
		understands("redis-cli -u $REDIS_URL ping", new Ping(), REDIS_URL);
		understands("redis-cli ping", new Ping(), new TargetHint.Unnamed());
		understands("redis-cli -u $REDIS_URL --scan --pattern \"health_score:*\" | xargs redis-cli -u $REDIS_URL DEL",
				new DeleteByPattern(KeyText.literal("health_score:*")), REDIS_URL);
		understands("redis-cli -u $REDIS_URL DEL \"customer:cs_123456_acme\"",
				new DeleteKeys(List.of(KeyText.literal("customer:cs_123456_acme"))), REDIS_URL);
		understands("redis-cli -u $REDIS_URL INFO stats | grep keyspace",
				new Info("stats", List.of(new LineFilter(LineFilter.Kind.CONTAINING, "keyspace", false, 0))),
				REDIS_URL);
		understands("redis-cli -u $REDIS_URL FLUSHALL", new Flush(Flush.Scope.ALL, Flush.Mode.DEFAULT), REDIS_URL);
		understands("redis-cli CONFIG SET maxmemory-policy allkeys-lru",
				new ConfigSet("maxmemory-policy", "allkeys-lru"), new TargetHint.Unnamed());
		TargetHint container = new TargetHint.Written("orderdesk-redis");
		understands("docker exec orderdesk-redis redis-cli -a \"${REDIS_PASSWORD}\" INFO stats",
				new Info("stats", List.of()), container);
		understands("docker exec -it orderdesk-redis redis-cli -a \"${REDIS_PASSWORD}\" FLUSHDB ASYNC",
				new Flush(Flush.Scope.DATABASE, Flush.Mode.ASYNC), container);
		understands("redis-cli -h $REDIS_HOST -p $REDIS_PORT --no-auth-warning dbsize", new DatabaseSize(),
				new TargetHint.Variable("REDIS_HOST"));
		understands("docker exec r redis-cli -h 127.0.0.1 -n 2 ping", new Ping(),
				new TargetHint.Written("redis://r:6379/2"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "redis-cli MONITOR; MONITOR slows",
			"redis-cli -u $REDIS_URL SHUTDOWN; no restart", "redis-cli KEYS '*'; KEYS blocks",
			"redis-cli --latency; --latency", "redis-cli --bigkeys; --bigkeys",
			"redis-cli -a hunter2 PING; password is written", "redis-cli -u redis://:pw@h PING; carries a password",
			"redis-cli --scan --pattern '*' | xargs redis-cli DEL; names no key in particular",
			"redis-cli --scan | xargs redis-cli DEL; names no key in particular",
			"redis-cli -u $A --scan --pattern 'a:*' | xargs redis-cli -u $B DEL; another server",
			"redis-cli --scan --pattern 'a:*' | xargs redis-cli -n 1 DEL; another server",
			"redis-cli --scan --pattern 'a:*' | xargs -I{} redis-cli DEL {}; xargs",
			"redis-cli --scan --pattern 'a:*' | xargs redis-cli EXPIRE; only DEL",
			"redis-cli --scan --pattern 'a:*' | grep b | xargs redis-cli DEL; only one xargs",
			"redis-cli --scan --pattern $P | xargs redis-cli DEL; a shell would change",
			"docker exec r redis-cli --scan --pattern 'a:*' | xargs redis-cli DEL; xargs",
			"docker exec -u root r redis-cli PING; flag -u", "docker exec $C redis-cli PING; a shell would change",
			"redis-cli PING > /dev/null; redirection", "redis-cli DEL user:*; a shell would change",
			"redis-cli DEL; missing", "redis-cli; missing", "redis-cli PING extra; extra",
			"redis-cli CONFIG SET requirepass x; requirepass", "redis-cli CONFIG SET dir /tmp; dir",
			"redis-cli info memory | sponge; sponge", "LC_ALL=C redis-cli PING; LC_ALL", "redis-cli FLUSHALL NOW; NOW",
			"redis-cli SET a b; SET is not understood" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	private void understands(String line, Action action, TargetHint hint) {
		assertThat(Lines.call(line, this.reader)).isEqualTo(new ActionCall(action, hint));
	}

}

package io.watchfloor.action.redis;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedisCliReaderTests {

	private static final TargetHint REDIS_URL = new TargetHint.Variable("REDIS_URL");

	private static final TargetHint UNNAMED = new TargetHint.Unnamed();

	private final RedisCliReader reader = new RedisCliReader();

	@Test
	void readsTheLinesOfTheSourceRunbooks() {
		understands("redis-cli -u $REDIS_URL ping", new Ping(), REDIS_URL);
		understands("redis-cli ping", new Ping(), UNNAMED);
		understands("redis-cli -u $REDIS_URL --scan --pattern \"health_score:*\" | xargs redis-cli -u $REDIS_URL DEL",
				new DeleteByPattern(KeyText.literal("health_score:*")), REDIS_URL);
		understands("redis-cli -u $REDIS_URL DEL \"customer:cs_123456_acme\"",
				new DeleteKeys(List.of(KeyText.literal("customer:cs_123456_acme"))), REDIS_URL);
		understands("redis-cli -u $REDIS_URL INFO stats | grep keyspace",
				new Info("stats", List.of(new LineFilter(LineFilter.Kind.CONTAINING, "keyspace", false, 0))),
				REDIS_URL);
		understands("redis-cli -u $REDIS_URL FLUSHALL", new Flush(Flush.Scope.ALL, Flush.Mode.DEFAULT), REDIS_URL);
		understands("redis-cli CONFIG SET maxmemory-policy allkeys-lru",
				new ConfigSet("maxmemory-policy", "allkeys-lru"), UNNAMED);
		understands("redis-cli CONFIG SET save ''", new ConfigSet("save", ""), UNNAMED);
		understands("redis-cli CONFIG SET save \"900 1 300 10\"", new ConfigSet("save", "900 1 300 10"), UNNAMED);
		TargetHint container = new TargetHint.Written("orderdesk-redis");
		understands("docker exec orderdesk-redis redis-cli -a \"${REDIS_PASSWORD}\" INFO stats",
				new Info("stats", List.of()), container);
		understands("docker exec -it orderdesk-redis redis-cli -a \"${REDIS_PASSWORD}\" FLUSHDB ASYNC",
				new Flush(Flush.Scope.DATABASE, Flush.Mode.ASYNC), container);
		understands("redis-cli -h $REDIS_HOST -p $REDIS_PORT --no-auth-warning dbsize", new DatabaseSize(),
				new TargetHint.Variable("REDIS_HOST"));
		understands("docker exec r redis-cli -h 127.0.0.1 -n 2 ping", new Ping(),
				new TargetHint.Written("redis://r:6379/2"));
		understands("redis-cli --tls --cacert /etc/ca.pem -h cache.example BGSAVE", new BackgroundSave(),
				new TargetHint.Written("rediss://cache.example:6379/0"));
	}

	@Test
	void keysIsReadAsAScanWhichDoesNotBlock() {
		understands("redis-cli KEYS 'user:*'", new ScanKeys(KeyText.literal("user:*")), UNNAMED);
		understands("redis-cli KEYS 'user:*' | xargs redis-cli DEL", new DeleteByPattern(KeyText.literal("user:*")),
				UNNAMED);
	}

	@Test
	void whatRedisCliDoesByItselfIsDoneWithABound() {
		understands("redis-cli --bigkeys", new BigKeys(BigKeys.By.ELEMENTS), UNNAMED);
		understands("redis-cli --memkeys", new BigKeys(BigKeys.By.MEMORY), UNNAMED);
		understands("redis-cli -h $REDIS_HOST --latency", new Latency(), new TargetHint.Variable("REDIS_HOST"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "GET user:1;READ", "HGETALL user:1;READ", "TTL x;READ", "SLOWLOG GET 10;READ",
			"CLIENT LIST;READ", "MEMORY STATS;READ", "LASTSAVE;READ", "XREAD COUNT 1 STREAMS s 0;READ", "TYPE x;READ",
			"OBJECT ENCODING x;READ", "CLUSTER INFO;READ", "LATENCY DOCTOR;READ", "SCAN 0 MATCH a;READ",
			"SET key value EX 3600;DISRUPTIVE", "EXPIRE x 60;DISRUPTIVE", "LPOP q;DESTRUCTIVE", "HDEL h f;DESTRUCTIVE",
			"RENAME a b;DISRUPTIVE", "ZREMRANGEBYSCORE z 0 10;DESTRUCTIVE", "SWAPDB 0 1;DISRUPTIVE" })
	void theServersOwnTableDecidesTheRisk(String command, Risk risk) {
		Action action = Lines.call("redis-cli " + command, this.reader).action();
		assertThat(action.risk()).isEqualTo(risk);
		assertThat(Lines.call(action.commandLine(), this.reader).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "redis-cli MONITOR; MONITOR slows",
			"redis-cli -u $REDIS_URL SHUTDOWN NOW; SAVE or NOSAVE", "redis-cli SHUTDOWN SAVE NOSAVE; SAVE or NOSAVE",
			"redis-cli --latency-history -i 1; repeating", "redis-cli --latency --latency-history; one thing",
			"redis-cli --rdb /backup/x.rdb; never restores", "redis-cli --hotkeys; eviction policy",
			"redis-cli -r 10 -i 1 INFO; repeating", "redis-cli --insecure PING; always verified",
			"redis-cli -a hunter2 PING; password is written", "redis-cli -u redis://:pw@h PING; carries a password",
			"redis-cli -hlocalhost PING; flag -hlocalhost", "redis-cli --csv PING; flag --csv",
			"redis-cli --scan --pattern '*' | xargs redis-cli DEL; names no key in particular",
			"redis-cli --scan | xargs redis-cli DEL; names no key in particular",
			"redis-cli -u $A --scan --pattern 'a:*' | xargs redis-cli -u $B DEL; another server",
			"redis-cli --scan --pattern 'a:*' | xargs redis-cli -n 1 DEL; another server",
			"redis-cli --scan --pattern 'a:*' | xargs -I{} redis-cli DEL {}; xargs",
			"redis-cli --scan --pattern 'a:*' | xargs redis-cli EXPIRE; only DEL",
			"redis-cli --scan --pattern 'a:*' | xargs redis-cli DEL x; only DEL",
			"redis-cli --scan --pattern $P | xargs redis-cli DEL; a shell would change",
			"redis-cli --scan --latency; one thing at a time", "redis-cli --pattern x PING; does nothing",
			"redis-cli PING > /dev/null; redirection", "redis-cli DEL user:*; a shell would change",
			"redis-cli DEL; missing", "redis-cli; missing", "redis-cli DBSIZE extra; extra",
			"redis-cli CONFIG SET requirepass x; requirepass", "redis-cli CONFIG SET dir /tmp; dir",
			"redis-cli CONFIG REWRITE; other forms", "LC_ALL=C redis-cli PING; LC_ALL", "redis-cli FLUSHALL NOW; NOW",
			"redis-cli NONSENSE; knows no command", "redis-cli GET; another number",
			"redis-cli GET a b; another number", "redis-cli EVAL 'return 1' 0; script", "redis-cli AUTH x; password",
			"redis-cli SUBSCRIBE c; until it is stopped", "redis-cli BLPOP q 0; waits", "redis-cli WAIT 1 0; waits",
			"redis-cli XREAD BLOCK 0 STREAMS s $; waits", "redis-cli DEBUG SLEEP 1; crash",
			"redis-cli SAVE; BGSAVE does not", "redis-cli REPLICAOF NO ONE; copy of another",
			"redis-cli CLUSTER RESET; one look", "redis-cli CLIENT KILL TYPE normal; one look",
			"redis-cli SCRIPT FLUSH; one look", "redis-cli ACL SETUSER x; who may do what",
			"redis-cli MIGRATE h 1 k 0 1; no target here", "redis-cli MULTI; hold open",
			"redis-cli EVAL_RO 'x' 0; everybody waits" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	@Test
	void noCommandThatTheServerCallsWritingOrAdministrativeReads() {
		Stream<CommandTable.Entry> all = CommandTable.all();
		assertThat(all.filter((entry) -> entry.reads(List.of()))
			.filter((entry) -> entry.flags().stream().anyMatch("write"::equals))).isEmpty();
		assertThat(CommandTable.all().filter((entry) -> entry.reads(List.of()) && entry.writes())).isEmpty();
	}

	private void understands(String line, Action action, TargetHint hint) {
		assertThat(Lines.call(line, this.reader)).isEqualTo(new ActionCall(action, hint));
		assertThat(Lines.call(action.commandLine(), this.reader).action()).isEqualTo(action);
	}

}

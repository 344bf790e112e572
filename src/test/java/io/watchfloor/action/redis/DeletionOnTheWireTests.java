package io.watchfloor.action.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeletionOnTheWireTests {

	private final DeleteByPattern action = new DeleteByPattern(KeyText.literal("health_score:*"));

	@Test
	void aServerLostOnTheWayLeavesTheOutcomeUnknown() throws IOException {
		try (LiveRedis redis = new LiveRedis()) {
			DeleteByPatternHandler handler = new DeleteByPatternHandler(redis.servers, Clock.systemUTC());
			redis.fill("health_score:", 50_000);
			Plan plan = handler.plan(this.action, redis.target());
			Outcome outcome = handler.execute(this.action, plan, redis.target(), new Recorder(plan) {
				@Override
				public void progress(long done, long total, String unit) {
					redis.kill();
				}
			});
			assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
			assertThat(outcome.message()).contains("more may be gone");
			assertThat(handler.probe(this.action, plan, redis.target()).finding())
				.isEqualTo(Settlement.Finding.CANNOT_TELL);
		}
	}

	@Test
	void theServerSeesTheCallsAnnouncedAndNoOther() throws IOException {
		try (LiveRedis redis = new LiveRedis();
				Socket monitor = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
			DeleteByPatternHandler handler = new DeleteByPatternHandler(redis.servers, Clock.systemUTC());
			redis.fill("health_score:", 300);
			redis.fill("customer:", 300);
			Plan plan = handler.plan(this.action, redis.target());
			monitor.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.UTF_8));
			BufferedReader seen = new BufferedReader(
					new InputStreamReader(monitor.getInputStream(), StandardCharsets.UTF_8));
			assertThat(seen.readLine()).isEqualTo("+OK");
			handler.execute(this.action, plan, redis.target(), new Recorder(plan));
			redis.commands().echo("the end".getBytes(StandardCharsets.UTF_8));
			List<String> work = work(seen);
			assertThat(work).allMatch((line) -> line.matches("\"(SCAN|UNLINK)\" .*"));
			assertThat(work).filteredOn((line) -> line.startsWith("\"SCAN\""))
				.isNotEmpty()
				.allMatch((line) -> line.contains("\"health_score:*\"") && line.contains("\"5000\""));
			assertThat(work.stream().filter((line) -> line.startsWith("\"UNLINK\"")).toList())
				.allMatch((line) -> !line.contains("customer:"))
				.satisfies((lines) -> assertThat(String.join(" ", lines).split("\"health_score:", -1)).hasSize(301));
		}
	}

	/** The commands up to the end, without those that open a connection. */
	private static List<String> work(BufferedReader seen) throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line = seen.readLine(); !line.contains("the end"); line = seen.readLine()) {
			String command = line.substring(line.indexOf("] ") + 2);
			if (!command.matches("(?i)\"(HELLO|CLIENT|SELECT|AUTH|PING)\".*")) {
				lines.add(command);
			}
		}
		return lines;
	}

}

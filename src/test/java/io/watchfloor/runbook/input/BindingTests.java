package io.watchfloor.runbook.input;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.runbook.StepInput;
import io.watchfloor.runbook.input.ShopTool.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BindingTests {

	private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

	private static final List<String> HOSTILE = List.of("--force", "-q", "--count=9", "; rm -rf /", "$(reboot)", "`id`",
			"a b", "a\nb", "a\0b", "' OR 1=1 --", "1; DROP TABLE x", "x=y,z=w", "../../etc/passwd", "*", "a'b", "a\"b",
			"\\", "|", ">", "&", "true", "NULL", "--", "/*", "\u202e", "\uE000", "\uF8FF", "-", "a--b", "=", ",", "{}",
			"current_user", "0x1F", "1e9", "99999999999999999999", "-1", " ", "", "é", "\t");

	/** How many names the action has, whatever the value is. */
	private static final Map<String, Integer> NAMES = Map.of("shop stop <x>", 2, "shop stop web-<x>", 2,
			"shop stop \"$X\" --count 3", 2, "shop --count <x>", 0, "shop --tag owner=<x> stop", 1,
			"shop -q 'select * from t where a = <x>'", 0, "shop -q \"select * from t where a = '<x>'\"", 0,
			"shop stop <x> --force", 2);

	private final LineReader reader = new LineReader(ShopTool::understand,
			(language, text) -> new NotUnderstood<>("no"), Clock.fixed(NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@ValueSource(strings = { "shop stop <pod-name>", "shop stop '<pod name>'", "shop stop \"$POD\"", "shop stop ${POD}",
			"shop stop YOUR_POD", "shop stop your-pod-name", "shop stop {{ pod }}", "shop stop {pod}",
			"shop stop [pod-name]", "shop stop [POD]", "shop stop web-xxxx", "shop stop PREVIOUS_VERSION",
			"shop stop POD_ID", "shop stop <a|b>", "shop stop YYYY-MM-DD", "shop stop ${POD:-web}", "shop --tag a=...",
			"shop stop $(date +%F)", "shop --count <N>", "shop stop web:<tag>" })
	void openPlacesAreInputs(String line) {
		assertThat(inputs(line)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop stop web", "shop stop 'a[0-9]'", "shop stop '{print}'", "shop stop '{{.Names}}'",
			"shop stop -q 'select a<b and c>d'", "shop stop \"[ERROR]\"", "shop stop HTTP_ERROR", "shop stop 5xx" })
	void otherWordsStandForThemselves(String line) {
		assertThat(inputs(line)).isEmpty();
	}

	@Test
	void aPlaceholderIsNoRedirection() {
		assertThat(bind("shop stop <pod> --count 2", Map.of("pod", "web")))
			.isEqualTo(new Shop(List.of("stop", "web"), 2, Map.of(), "", false));
	}

	@Test
	void valuesAreNeverSplit() {
		assertThat(bind("shop stop $POD", Map.of("POD", "a b --force")))
			.isEqualTo(new Shop(List.of("stop", "a b --force"), 1, Map.of(), "", false));
	}

	@ParameterizedTest
	@CsvSource({ "shop stop <pod>,--force", "shop stop web-<id>,a b", "shop --tag k=<v>,'x,y=z'", "shop --count <n>,x",
			"shop -q 'delete from t where id = <id>',1 or 1=1", "shop -q 'delete from t where id = <id>',true",
			"shop -q 'delete from t where id = <id>',a--b", "shop stop <pod>,''" })
	void aValueThatWouldMeanSomethingElseIsRefused(String line, String value) {
		StepInput input = inputs(line).getFirst();
		assertThat(this.reader.bind(line, Map.of(), Map.of(input.name(), value))).isInstanceOf(NotUnderstood.class);
	}

	@Test
	void variablesThatTheDocumentSetsAreBound() {
		Understanding<ReadLine> read = this.reader.read("shop stop $NS/web", Map.of("NS", "prod"));
		assertThat(read).isInstanceOfSatisfying(Understood.class,
				(line) -> assertThat(((ReadLine) line.value()).inputs()).isEmpty());
	}

	@Test
	void whatNamesTheTargetIsChosenAsTarget() {
		ReadLine line = understood("shop stop web -h <host>");
		assertThat(line.inputs()).isEmpty();
		assertThat(line.call().hint()).isEqualTo(new TargetHint.Unnamed());
		assertThat(understood("shop stop web -h $DB_HOST").call().hint()).isEqualTo(new TargetHint.Variable("DB_HOST"));
	}

	@Test
	void datesAreWorkedOut() {
		assertThat(bind("shop stop web --tag \"at=$(date -u -d '1 hour ago' +%Y-%m-%dT%H:%M:%SZ)\"", Map.of()))
			.isEqualTo(new Shop(List.of("stop", "web"), 1, Map.of("at", "2026-03-04T04:06:07Z"), "", false));
	}

	@Test
	void defaultsOfTheDocumentCount() {
		assertThat(bind("shop stop ${POD:-web}", Map.of()))
			.isEqualTo(new Shop(List.of("stop", "web"), 1, Map.of(), "", false));
	}

	@Test
	void noHostileValueMakesAnotherAction() {
		Random random = new Random(20_261_121);
		for (String line : NAMES.keySet()) {
			StepInput input = inputs(line).getFirst();
			for (int i = 0; i < 10_000; i++) {
				String value = hostile(random);
				if (this.reader.bind(line, Map.of(),
						Map.of(input.name(), value)) instanceof Understood<ActionCall>(ActionCall call)) {
					assertSame((Shop) call.action(), line, value);
				}
			}
		}
	}

	private static void assertSame(Shop shop, String line, String value) {
		assertThat(shop.force()).as(line + " ← " + value).isEqualTo(line.contains("--force"));
		assertThat(shop.tags()).as(line + " ← " + value).hasSize(line.contains("--tag") ? 1 : 0);
		assertThat(shop.names()).as(line + " ← " + value).hasSize(NAMES.get(line));
		if (line.contains("-q")) {
			String inside = shop.query().substring("select * from t where a = ".length());
			assertThat(inside).as(line + " ← " + value).matches("[A-Za-z_][A-Za-z0-9_]*|'[A-Za-z0-9_.:@/+-]+'");
			assertThat(inside).isNotEqualToIgnoringCase("true").isNotEqualToIgnoringCase("null");
		}
	}

	private static String hostile(Random random) {
		StringBuilder value = new StringBuilder();
		int pieces = 1 + random.nextInt(3);
		for (int i = 0; i < pieces; i++) {
			value.append(switch (random.nextInt(3)) {
				case 0 -> HOSTILE.get(random.nextInt(HOSTILE.size()));
				case 1 -> String.valueOf((char) random.nextInt(0x2100));
				default -> "ab" + random.nextInt(100);
			});
		}
		return value.toString();
	}

	private List<StepInput> inputs(String line) {
		return understood(line).inputs();
	}

	private ReadLine understood(String line) {
		return switch (this.reader.read(line, Map.of())) {
			case Understood<ReadLine>(ReadLine read) -> read;
			case NotUnderstood<ReadLine>(String reason) -> throw new AssertionError(line + ": " + reason);
			case ByHand<ReadLine>(var work) -> throw new AssertionError(line + ": " + work.sentence());
		};
	}

	private Object bind(String line, Map<String, String> values) {
		return switch (this.reader.bind(line, Map.of(), new TreeMap<>(values))) {
			case Understood<ActionCall>(ActionCall call) -> call.action();
			case NotUnderstood<ActionCall>(String reason) -> reason;
			case ByHand<ActionCall>(var work) -> work.sentence();
		};
	}

}

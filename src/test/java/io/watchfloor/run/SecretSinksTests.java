package io.watchfloor.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.secret.RealSecrets;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.drill.DrillMarkdown;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.testing.TestStore;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 7: fifty secrets, each in every form that is known, through everything a run keeps.
 * Afterwards none is in any text column of any schema, in the audit log, or in an export.
 */
class SecretSinksTests {

	private static final int MANY = 50;

	private static final String HARD = "'\"\\/$&<>+%=?#@:;, -_";

	private static TestStore store;

	private final Map<String, String> planted = planted();

	@BeforeAll
	static void open() {
		store = TestStore.create();
	}

	@AfterAll
	static void close() {
		store.close();
	}

	private static Map<String, String> planted() {
		Random random = new Random(20261121);
		Map<String, String> planted = new TreeMap<>();
		for (int number = 0; number < MANY; number++) {
			StringBuilder secret = new StringBuilder("Q" + number + "z");
			for (int at = 0; at < 14; at++) {
				secret.append(
						(at % 5 == 4) ? HARD.charAt(random.nextInt(HARD.length())) : (char) ('a' + random.nextInt(26)));
			}
			planted.put("SECRET_" + number, secret.append("7K").toString());
		}
		return planted;
	}

	@Test
	void noSecretIsLeftAnywhere() {
		String all = String.join(" ~ ",
				this.planted.values().stream().flatMap((secret) -> forms(secret).stream()).toList());
		try (RunHouse house = new RunHouse(store).hides(RealSecrets.knowing(this.planted))) {
			house.shelf.values.put("seen", all);
			house.shelf.values.put("b", all);
			house.shelf.answer = new Outcome.Succeeded(all, Map.of("told", all));
			house.shelf.seen = new Verification(Verification.State.HOLDS, all);
			house.shelf.sending = (put, context) -> {
				context.output(all);
				context.keep(all);
				this.planted.values().forEach((secret) -> printInPieces(secret, context::output));
			};
			RunId run = house.look("seen")
				.put("b", Risk.DISRUPTIVE)
				.put("x", Risk.REVERSIBLE)
				.manual("m")
				.start("production");
			house.awaitState(run, "seen", StepState.DONE);
			house.confirm(run, "b", shortened(all));
			house.awaitState(run, "b", StepState.DONE);
			house.awaitState(run, "x", StepState.PLANNED);
			house.shelf.sending = (put, context) -> {
				throw new IllegalStateException("it said " + all);
			};
			house.confirm(run, "x", "");
			house.awaitState(run, "x", StepState.UNKNOWN);
			house.records().note(run, shortened(all));
			house.runs().abort(run, shortened(all));
			RunId drill = drilled(house, all);
			assertThat(store.jooq().fetchCount(DSL.table("run.output"))).isPositive();
			List<String> kept = new ArrayList<>(columns());
			house.audit.entries.forEach((entry) -> kept.add(entry.toString()));
			kept.add(DrillMarkdown.of(house.bean(Drills.class).report(drill).orElseThrow()));
			assertThat(kept).anyMatch((text) -> text.contains("[hidden]"));
			assertThat(found(kept)).isEmpty();
		}
	}

	private RunId drilled(RunHouse house, String all) {
		RunId drill = house.put("b", Risk.REVERSIBLE).startDrill("sandbox");
		house.confirm(drill, "b", "");
		house.awaitState(drill, "b", StepState.DONE);
		house.bean(Drills.class).hard(drill, shortened(all));
		return drill;
	}

	private static void printInPieces(String secret, Consumer<String> out) {
		String encoded = Base64.getEncoder().encodeToString(("me:" + secret).getBytes(StandardCharsets.UTF_8));
		for (String whole : List.of(secret, encoded)) {
			int cut = whole.length() / 2;
			out.accept("begins " + whole.substring(0, cut));
			out.accept(whole.substring(cut));
			out.accept("ends\u001b[0m " + whole.substring(0, cut) + "\u001b[1m" + whole.substring(cut));
		}
	}

	/** What a person can type at once, cut where no secret stands. */
	private static String shortened(String all) {
		return all.substring(0, all.lastIndexOf(" ~ ", 3_900));
	}

	/** Every form in which a secret may not be found. */
	private static List<String> forms(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		String json = JsonMapper.shared().writeValueAsString(secret);
		return List.of(secret, Base64.getEncoder().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), base64("a" + secret + "b"),
				base64("ab" + secret + "cd"), URLEncoder.encode(secret, StandardCharsets.UTF_8),
				json.substring(1, json.length() - 1), HexFormat.of().formatHex(bytes),
				HtmlUtils.htmlEscape(secret, "UTF-8"));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Every text of every schema of ours, also with its lines put together. */
	private static List<String> columns() {
		List<String> texts = new ArrayList<>();
		for (Record2<String, String> column : store.jooq()
			.resultQuery("""
					SELECT quote_ident(table_schema) || '.' || quote_ident(table_name), quote_ident(column_name)
					FROM information_schema.columns
					WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
					AND data_type IN ('text', 'character varying', 'json', 'jsonb')""")
			.coerce(DSL.field("a", String.class), DSL.field("b", String.class))
			.fetch()) {
			store.jooq()
				.resultQuery("SELECT " + column.value2() + "::text FROM " + column.value1() + " WHERE "
						+ column.value2() + " IS NOT NULL")
				.fetch(0, String.class)
				.forEach((text) -> {
					texts.add(text);
					texts.add(text.replace("\n", ""));
				});
		}
		return texts;
	}

	private List<String> found(List<String> kept) {
		List<String> found = new ArrayList<>();
		this.planted.values()
			.forEach((secret) -> forms(secret).stream()
				.filter((form) -> kept.stream().anyMatch((text) -> text.contains(form)))
				.forEach((form) -> found.add(secret + " as " + form)));
		return found;
	}

}

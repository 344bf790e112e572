package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.CatalogError.Level;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Friction;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Schedule;
import io.watchfloor.catalog.Threshold;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every complaint names the place, what is wrong and what was expected. */
class SystemFileErrorsTests {

	private static final String HEAD = "name: Shop\nowner: Shop team\nenvironments: []\n";

	private static final String TARGET = """
			name: Shop
			owner: Shop team
			environments:
			  - name: production
			    targets:
			      - name: database
			        kind: postgres
			""";

	@TempDir
	Path folder;

	static List<Bad> badFiles() {
		return List.of(
				// YAML itself
				new Bad("a tab", "name: Shop\nowner:\n\t- x\n", 3, 1, "indented with a tab", "spaces"),
				new Bad("an open quote", "name: \"Shop\nowner: x\n", 3, 1, "unexpected end of stream", "valid YAML"),
				new Bad("a colon in a text", "name: Shop: the best\n", 1, 11, "a colon is not expected", "in quotes"),
				new Bad("a key twice", "name: Shop\nowner: a\nname: Depot\n", 3, 1, "'name' stands here twice", "once"),
				new Bad("a merge key", "a: &a {name: x}\n<<: *a\n", 2, 1, "merge keys", "written out"),
				new Bad("a Java type", "name: !!java.net.URL [\"http://x\"]\n", 1, 7,
						"type tag:yaml.org,2002:java.net.URL", "plain data"),
				new Bad("a private type", "name: !secret x\n", 1, 7, "type !secret", "plain data"),
				new Bad("an unknown alias", "name: *nobody\n", 1, 7, "undefined alias nobody", "an anchor"),
				new Bad("a circle", "name: &a [*a]\n", 1, 7, "inside its own anchor", "without a circle"),
				new Bad("two documents", "name: a\n---\nname: b\n", 2, 1, "a second document", "one document"),
				new Bad("nothing", "", 1, 1, "the file is empty", "a system with name"),
				new Bad("a comment only", "# later\n", 1, 1, "the file is empty", "a system with name"),
				new Bad("a map as a key", "? {a: b}\n: c\n", 1, 3, "a key is a list or a map", "a word"),
				new Bad("a control character", "name: a\nowner: b\u0007c\n", 2, 9, "U+0007", "printable"),
				new Bad("a list on top", "- name: Shop\n", 1, 1, "this is a list", "what is operated"),
				// Shape
				new Bad("an unknown key", HEAD + "contcts: []\n", 4, 1, "unknown key 'contcts'", "'contacts'?"),
				new Bad("a strange key", HEAD + "zzz: []\n", 4, 1, "unknown key 'zzz'", "one of name, summary"),
				new Bad("a missing key", "owner: x\nenvironments: []\n", 1, 1, "'name' is missing",
						"the name as people"),
				new Bad("a missing key deep inside", HEAD + "contacts:\n  - role: x\n    reach: y\n", 5, 5,
						"'name' is missing", "who"),
				new Bad("a number for a text", "name: 7\nowner: x\nenvironments: []\n", 1, 7, "'7' is a number",
						"a text that is not empty"),
				new Bad("a text for a list", HEAD + "contacts: nobody\n", 4, 11, "'nobody' is a text", "whom to call"),
				new Bad("an empty text", "name: ''\nowner: x\nenvironments: []\n", 1, 7, "the text is empty",
						"not empty"),
				new Bad("a duration in words",
						HEAD + "severities: [{label: P0, rank: 1, meaning: x, respondWithin: 15 minutes}]\n", 4, 62,
						"'15 minutes' does not fit", "such as 15m"),
				new Bad("a wrong weekday", HEAD + "schedules: [{task: x, every: week, day: sundy}]\n", 4, 41,
						"'sundy' is not known", "'sunday'?"),
				new Bad("a limit without a comparison", HEAD + "thresholds: [{metric: x, warning: \"5\"}]\n", 4, 35,
						"'5' does not fit", "a comparison and a number"),
				new Bad("a secret that is none", TARGET + "        secrets: { password: hunter2 }\n", 8, 30,
						"the value does not fit", "env:NAME or file:/path"),
				new Bad("an unknown secret scheme", TARGET + "        secrets: { password: \"vault:x\" }\n", 8, 30,
						"the value does not fit", "env:NAME or file:/path"),
				new Bad("a misspelt policy",
						"name: x\nowner: x\nenvironments:\n  - name: a\n    policy: {destructiv: {}}\n", 5, 14,
						"unknown key 'destructiv'", "'destructive'?"),
				// Meaning
				new Bad("an environment twice", "name: x\nowner: x\nenvironments:\n  - name: a\n  - name: a\n", 5, 11,
						"'a' is already in line 4", "a name of its own"),
				new Bad("a target twice", TARGET + "      - name: database\n        kind: redis\n", 8, 15,
						"'database' is already in line 6", "a name of its own"),
				new Bad("ranks out of order", HEAD
						+ "severities:\n  - {label: P1, rank: 2, meaning: x}\n  - {label: P0, rank: 1, meaning: y}\n",
						6, 23, "rank 1 comes after rank 2", "the most severe first"),
				new Bad("a password in a URL", TARGET + "        settings: { url: \"postgresql://u:hunter2@db/x\" }\n",
						8, 26, "a secret stands here in plain text", "a reference under secrets"),
				new Bad("a password as a parameter",
						TARGET + "        settings: { url: \"http://h/?password=hunter2\" }\n", 8, 26,
						"a secret stands here in plain text", "a reference under secrets"),
				new Bad("a password among the settings", TARGET + "        settings: { password: hunter2 }\n", 8, 21,
						"'password' is a secret", "under secrets"),
				new Bad("a threshold without a limit", HEAD + "thresholds:\n  - metric: CPU\n", 5, 5, "has no limit",
						"warning or critical"),
				new Bad("critical before warning",
						HEAD + "thresholds:\n  - {metric: CPU, warning: \"> 80\", critical: \"> 60\"}\n", 5, 46,
						"critical begins before warning", "worse than '> 80'"),
				new Bad("a time zone that is none",
						HEAD + "schedules: [{task: x, every: day, at: \"02:00\", zone: Mars/Base}]\n", 4, 54,
						"'Mars/Base' does not fit", "UTC or Europe/Berlin"),
				new Bad("a path out of the folder", HEAD + "runbooks: [{file: a/../../../etc/motd.md}]\n", 4, 19,
						"leads out of the folder", "inside the catalog's folder"));
	}

	@ParameterizedTest
	@MethodSource("badFiles")
	void refusesTheFileAndSaysWhereAndWhy(Bad bad) throws Exception {
		Reading reading = read(bad.text());

		assertThat(reading.system()).isNull();
		assertThat(reading.errors()).anySatisfy((error) -> {
			assertThat(error.level()).isEqualTo(Level.ERROR);
			assertThat(error.place()).isEqualTo("shop/system.yaml:" + bad.line() + ":" + bad.column());
			assertThat(error.message()).contains(bad.message());
			assertThat(error.expected()).contains(bad.expected());
		});
		assertThat(reading.errors())
			.noneSatisfy((error) -> assertThat(error.message() + error.expected()).contains("hunter2"));
	}

	@Test
	void lineAndColumnHoldWithWindowsLineEndingsAMarkInFrontAndLettersFromFarAway() throws Exception {
		String text = "\uFEFFname: Läden 😀\r\nowner: \"漢字\"\r\nenvironments: []\r\n\"summary\": ok\r\ncontcts: []\r\n";

		assertThat(read(text).errors()).extracting(CatalogError::place).containsExactly("shop/system.yaml:5:1");
	}

	@Test
	void columnsCountCharactersNotBytes() throws Exception {
		assertThat(read(HEAD + "contacts: [{role: \"漢字😀\", nam: x, name: y}]\n").errors())
			.extracting(CatalogError::place)
			.containsExactly("shop/system.yaml:4:26");
	}

	@Test
	void refusesBytesThatAreNotUtf8WhereTheyStand() throws Exception {
		byte[] text = "name: Shop\nowner: L?den\n".getBytes(StandardCharsets.ISO_8859_1);
		text[19] = (byte) 0xe4;

		assertThat(readBytes(text).errors()).singleElement().satisfies((error) -> {
			assertThat(error.place()).isEqualTo("shop/system.yaml:2:9");
			assertThat(error.message()).contains("not UTF-8");
		});
	}

	@Test
	void refusesABombOfAliasesQuickly() throws Exception {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
		for (int level = 1; level < 12; level++) {
			bomb.append("a%d: &a%d [".formatted(level, level));
			bomb.append("*a%d, ".formatted(level - 1).repeat(10)).append("]\n");
		}

		assertThat(read(bomb.toString()).errors()).singleElement()
			.satisfies((error) -> assertThat(error.message()).contains("aliases make the file grow"))
			.satisfies((error) -> assertThat(error.line()).isPositive());
	}

	@Test
	void refusesDepthAndSizeWithoutEnd() throws Exception {
		assertThat(read("name: " + "[".repeat(5000) + "\n").errors()).singleElement()
			.satisfies((error) -> assertThat(error.expected()).contains("100 levels"));
		assertThat(read("#".repeat(YamlText.LARGEST + 1)).errors()).singleElement()
			.satisfies((error) -> assertThat(error.message()).contains("262145 bytes"));
	}

	@Test
	void aFolderNameThatIsNoIdIsRefused() throws Exception {
		Path shop = Files.createDirectories(this.folder.resolve("My Shop"));
		Files.writeString(shop.resolve("system.yaml"), HEAD);

		assertThat(catalog().read().get("My Shop").errors()).singleElement()
			.satisfies((error) -> assertThat(error.place()).isEqualTo("My Shop/system.yaml"))
			.satisfies((error) -> assertThat(error.expected()).contains("lower-case letters"));
	}

	@Test
	void warnsOfAnUnknownKindAndOfAMissingRunbookButKeepsTheSystem() throws Exception {
		Reading reading = read(TARGET.replace("postgres", "postgress") + "runbooks:\n  - file: gone.md\n");

		assertThat(reading.system()).isNotNull();
		assertThat(reading.errors()).extracting(CatalogError::level).containsExactly(Level.WARNING, Level.WARNING);
		assertThat(reading.errors()).extracting(CatalogError::place)
			.containsExactly("shop/system.yaml:7:15", "shop/system.yaml:9:11");
		assertThat(reading.errors().getFirst().expected()).startsWith("'postgres'?");
	}

	@Test
	void wordsThatOlderYamlMisunderstandsStayTexts() throws Exception {
		OperatedSystem system = readGood("name: no\nowner: 012\nenvironments: []\nsummary: 03:00\n");

		assertThat(List.of(system.name(), system.owner(), system.summary())).containsExactly("no", "012", "03:00");
	}

	@Test
	void anAliasMayRepeatAPart() throws Exception {
		OperatedSystem system = readGood("""
				name: Shop
				owner: &team Shop team
				environments:
				  - name: one
				    targets: &targets [{ name: web, kind: http }]
				  - name: two
				    targets: *targets
				summary: *team
				""");

		assertThat(system.summary()).isEqualTo("Shop team");
		assertThat(system.environment("two").orElseThrow().targets()).singleElement()
			.satisfies((target) -> assertThat(target.id()).hasToString("shop/two/web"));
	}

	@Test
	void thePolicyTightensAndLoosensButNeverBelowOneConfirmation() throws Exception {
		Environment production = readGood("""
				name: Shop
				owner: Shop team
				environments:
				  - name: production
				    policy:
				      reversible: { reason: true, secondPerson: true }
				      destructive: { reason: false, typeName: false, stepUp: false, secondPerson: false }
				      disruptive: { stepUp: true }
				""").environment("production").orElseThrow();

		assertThat(production.friction(Risk.REVERSIBLE)).isEqualTo(new Friction(true, false, false, true));
		assertThat(production.friction(Risk.DESTRUCTIVE)).isEqualTo(Friction.CONFIRM);
		assertThat(production.friction(Risk.DISRUPTIVE)).isEqualTo(new Friction(true, false, true, false));
	}

	@Test
	void thresholdsSchedulesAndRecoveryTargetsAreTyped() throws Exception {
		OperatedSystem system = readGood(HEAD + """
				thresholds:
				  - { metric: Error rate, unit: "%", warning: "> 0.5", critical: ">= 1", for: 5m, origin: "a.md:9" }
				schedules:
				  - { task: Reindex, every: month, week: 1, day: sunday, at: "04:00", zone: UTC, takes: 2h..4h }
				recovery:
				  - { component: API, time: 30m, point: 24h }
				""");

		Threshold threshold = system.standards().thresholds().getFirst();
		assertThat(threshold.critical()).hasToString(">= 1");
		assertThat(threshold.sustained()).isEqualTo(Duration.ofMinutes(5));
		assertThat(threshold.origin()).hasToString("a.md:9");
		Schedule schedule = system.standards().schedules().getFirst();
		assertThat(schedule.every()).isEqualTo(Period.ofMonths(1));
		assertThat(schedule.day()).isEqualTo(DayOfWeek.SUNDAY);
		assertThat(schedule.at()).isEqualTo(LocalTime.of(4, 0));
		assertThat(schedule.takes().longest()).isEqualTo(Duration.ofHours(4));
		assertThat(system.standards().recovery().getFirst().point()).isEqualTo(Duration.ofDays(1));
	}

	private OperatedSystem readGood(String text) throws IOException {
		Reading reading = read(text);
		assertThat(reading.errors()).isEmpty();
		return reading.system();
	}

	private Reading read(String text) throws IOException {
		return readBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	private Reading readBytes(byte[] bytes) throws IOException {
		Path shop = Files.createDirectories(this.folder.resolve("shop"));
		Files.write(shop.resolve("system.yaml"), bytes);
		return catalog().read().get("shop");
	}

	private CatalogFolder catalog() {
		SystemSchema schema = new SystemSchema();
		return new CatalogFolder(this.folder, null, schema, new TargetRules(List.of(), schema.plannedKinds()));
	}

	/** A file with one thing wrong. */
	record Bad(String what, String text, int line, int column, String message, String expected) {

		@Override
		public String toString() {
			return this.what;
		}

	}

}

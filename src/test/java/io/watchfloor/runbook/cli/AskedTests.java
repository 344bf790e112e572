package io.watchfloor.runbook.cli;

import java.time.Clock;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.action.aws.secrets.SecretPut;
import io.watchfloor.action.postgres.restore.DumpDatabase;
import io.watchfloor.action.postgres.restore.RestoreDump;
import io.watchfloor.command.Understanding;
import io.watchfloor.runbook.StepInput;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.ReadLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What a line does not say is asked for, and goes into the action only. */
class AskedTests {

	private static final AnnotationConfigApplicationContext CONTEXT = ReadingContext.start();

	private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: \"$(rm -rf /) <b>\"}\n";

	private final LineReader reader = reader(CONTEXT.getBean(Actions.class));

	private static LineReader reader(Actions actions) {
		return new LineReader(actions::understand, actions::understand, Clock.systemUTC());
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	private ReadLine read(String line) {
		return switch (this.reader.read(line, Map.of())) {
			case Understanding.Understood<ReadLine>(ReadLine read) -> read;
			case Understanding.NotUnderstood<ReadLine>(String reason) -> throw new AssertionError(reason);
			case Understanding.ByHand<ReadLine>(var work) -> throw new AssertionError(work.sentence());
		};
	}

	private Understanding<ActionCall> bind(String line, Map<String, String> values) {
		return this.reader.bind(line, Map.of(), values);
	}

	@Test
	void aTextIsTakenAsItIs() {
		String line = "kubectl apply -f k8s/<name>.yaml -n $NS";
		assertThat(read(line).inputs()).extracting(StepInput::name)
			.containsExactly("name", "NS", "contents of k8s/<name>.yaml");
		assertThat(read(line).inputs().getLast().kind()).isEqualTo(StepInput.Kind.LINES);
		assertThat(bind(line, Map.of("name", "api", "NS", "shop", "contents of k8s/<name>.yaml", MAP)))
			.isInstanceOfSatisfying(Understanding.Understood.class,
					(bound) -> assertThat(((ActionCall) bound.value()).action().toString()).contains("k8s/api.yaml",
							"shop", "$(rm -rf /) <b>"));
	}

	@Test
	void whatMayStayMissingMayAndWhatMayNotIsRefused() {
		assertThat(bind("kubectl apply -f a.yaml", Map.of())).isInstanceOf(Understanding.Understood.class);
		assertThat(bind("aws ecs register-task-definition --cli-input-json file://t.json", Map.of()))
			.isInstanceOfSatisfying(Understanding.NotUnderstood.class,
					(not) -> assertThat(not.reason()).contains("contents of t.json").contains("empty"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "psql -d shop < backup.sql", "psql -h db -d shop -f /tmp/shop.sql",
			"pg_restore -d $DATABASE_URL --clean --if-exists nightly.dump",
			"pg_restore -h db -U u -Fc -j 4 --no-owner -d shop /backups/shop.dump",
			"gunzip -c nightly/a.sql.gz | psql -d shop", "gunzip < dump.sql.gz | psql -d shop",
			"zcat a.sql.gz | psql shop", "cat shop_backup.sql | docker exec -i pg psql -U u shop",
			"docker exec -i pg psql shop < 2026-dump.sql",
			"gzip -dc a.sql.gz | docker compose exec -T pg psql -U u shop" })
	void aDumpThatPsqlIsFedGoesIntoANewDatabase(String line) {
		assertThat(read(line).call().action()).isInstanceOfSatisfying(RestoreDump.class,
				(restore) -> assertThat(restore.database()).isEmpty());
		String name = read(line).inputs().getFirst().name();
		assertThat(bind(line, Map.of(name, "drill"))).isInstanceOfSatisfying(Understanding.Understood.class,
				(bound) -> assertThat(((ActionCall) bound.value()).action().toString()).contains("database=drill"));
		assertThat(bind(line, Map.of(name, "a; DROP"))).isInstanceOf(Understanding.NotUnderstood.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "psql -d shop < rollback_migration.sql", "psql -d shop -f seed-dump.sql",
			"psql -d shop < orders.sql", "psql -d shop < a.sql.gz", "gunzip a.sql.gz | psql -d shop",
			"gunzip -c a.sql | psql -d shop", "gzip -c dump.sql | psql shop", "gunzip -k a.sql.gz | psql shop",
			"gunzip -c a.sql.gz b.sql.gz | psql shop", "psql shop -f backup.sql -c 'SELECT 1'",
			"psql shop -f backup.sql -f other.sql", "psql shop -l -f backup.sql", "psql shop < ../backup.sql",
			"psql shop < \"$(x)-backup.sql\"", "docker exec pg psql shop < backup.sql", "psql shop -f backup.dump",
			"psql shop -v x=1 -f backup.sql", "pg_restore shop.dump", "pg_restore -d shop -t orders shop.dump",
			"pg_restore -d shop -C shop.dump", "pg_restore -d shop a.dump b.dump", "pg_restore -d shop < shop.dump",
			"pg_restore -d shop -j 0 shop.dump", "pg_restore -d shop -F p shop.dump", "pg_restore -d shop ../a.dump",
			"pg_restore -l -d shop a.dump", "pg_restore -d shop --data-only shop.dump",
			"gunzip -c a.sql.gz | redis-cli", "gunzip -c a.gz | kubectl apply -f -" })
	void aFileThatIsNoDumpByItsNameStaysAPersons(String line) {
		assertThat(this.reader.read(line, Map.of())).isNotInstanceOf(Understanding.Understood.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg_dump shop > x.sql", "docker exec pg pg_dump -U u shop > backup.sql",
			"pg_dump -Fc shop > nightly-$(date +%Y%m%d-%H%M%S).dump", "PGPASSWORD=$P pg_dump -d shop -f /b/x.sql" })
	void aDumpIsReadWhereverItsOutputGoes(String line) {
		assertThat(read(line).call().action()).isInstanceOf(DumpDatabase.class);
	}

	@Test
	void aPasswordOfTheEnvironmentIsNotAskedFor() {
		assertThat(read("PGPASSWORD=$DB_PASSWORD pg_dump -d shop -f /b_${TIMESTAMP}/x.sql").inputs())
			.extracting(StepInput::name)
			.containsExactly("TIMESTAMP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pg_dump shop >> x.sql", "pg_dump shop 2> x.sql", "pg_dump shop > x.txt",
			"pg_dump -f a.sql shop > b.sql", "pg_dump shop > x.sql 2> y", "pg_dump --schema-only shop > x.sql",
			"pg_dump shop > \"$(x).sql\"", "pg_dump shop | gzip > x.sql.gz" })
	void aDumpThatCannotBeCheckedStaysAPersons(String line) {
		assertThat(this.reader.read(line, Map.of())).isNotInstanceOf(Understanding.Understood.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "\"$NEW_KEY\"", "https://hooks.example.com/a", "file:///tmp/s.json",
			"\"{\\\"host\\\":\\\"$HOST\\\"}\"",
			"\"$(aws secretsmanager get-secret-value --secret-id a/b --version-stage AWSPREVIOUS"
					+ " --query SecretString --output text)\"" })
	void aSecretIsSetFromAReferenceAndNotFromTheLine(String value) {
		Action action = read("aws secretsmanager update-secret --secret-id a/b --secret-string " + value).call()
			.action();
		assertThat(action).isInstanceOf(SecretPut.class);
		assertThat(action.toString()).doesNotContain("abc", "hooks", "host", "KEY");
		assertThat(read(action.commandLine()).call().action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update-secret --secret-id a --secret-string \"$(openssl rand -hex 16)\"",
			"update-secret --secret-id a --secret-string b --kms-key-id k",
			"update-secret --secret-id a --secret-string b --secret-string c", "update-secret --secret-string b",
			"create-secret --name a --secret-string b", "update-secret --secret-id a --secret-string",
			"update-secret --secret-id a --secret-string b --query ARN",
			"update-secret --secret-id a --secret-string b extra",
			"update-secret --secret-id a --secret-string \"$(aws secretsmanager get-secret-value --secret-id other"
					+ " --version-stage AWSPREVIOUS --query SecretString --output text)\"" })
	void anyOtherSecretOnALineStaysAPersons(String line) {
		assertThat(this.reader.read("aws secretsmanager " + line, Map.of()))
			.isNotInstanceOf(Understanding.Understood.class);
	}

	@Test
	void aTextThatDoesNotFitIsRefusedInWords() {
		String name = "contents of a.yaml";
		for (String text : new String[] { "no manifest", "kind: \u0007",
				"apiVersion: v1\nkind: Secret\nmetadata: {name: s}" }) {
			assertThat(bind("kubectl apply -f a.yaml", Map.of(name, text)))
				.isInstanceOf(Understanding.NotUnderstood.class);
		}
	}

}

package io.watchfloor.action.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.S3Transfer.Way;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files to and from moto's buckets. */
class S3TransferTests {

	@TempDir
	private static Path folder;

	private static Moto moto;

	private static AwsSessions sessions;

	private static Target target;

	private static Trial<S3Transfer> trial;

	@BeforeAll
	static void start() throws IOException {
		moto = new Moto();
		target = moto.target("files", folder.toString());
		sessions = new AwsSessions(new AwsClients(new NoSecrets()), Clock.systemUTC());
		sessions.changing(target).call("s3api", "create-bucket", Map.of("Bucket", "backups"), "");
		trial = new Trial<>(new S3TransferHandler(sessions, Clock.systemUTC()), target);
	}

	@AfterAll
	static void stop() {
		if (moto != null) {
			moto.close();
		}
	}

	private static S3Transfer transfer(Way way, String file, String key) {
		return new S3Transfer(way, file, new S3Place("backups", key), "");
	}

	private static long objects() {
		return sessions.reading(target)
			.ask("s3api", "list-objects-v2", Map.of("Bucket", "backups"), "")
			.number("KeyCount");
	}

	@Test
	void aFileArrivesWithItsDigestAndGoesAgain() throws IOException {
		Files.writeString(folder.resolve("shop.dump"), "dump ü\n".repeat(1_000));
		S3Transfer action = transfer(Way.UPLOAD, "shop.dump", "nightly/shop.dump");
		long before = objects();
		Plan plan = trial.plan(action);
		assertThat(objects()).as("planning sends nothing").isEqualTo(before);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
		trial.run(action, plan);
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThatThrownBy(() -> trial.plan(action)).isInstanceOf(Problem.class).hasMessageContaining("overwritten");
		S3Transfer back = transfer(Way.DOWNLOAD, "again.dump", "nightly/shop.dump");
		Plan down = trial.run(back);
		assertThat(trial.state(back, down)).isEqualTo(State.HOLDS);
		assertThat(folder.resolve("again.dump")).hasSameBinaryContentAs(folder.resolve("shop.dump"));
		assertThat(trial.hasNoUndo(back, down)).isTrue();
		S3Remove undo = (S3Remove) trial.undoOf(action, plan).orElseThrow();
		new Trial<>(new S3RemoveHandler(sessions, Clock.systemUTC()), target).run(undo);
		assertThat(objects()).isEqualTo(before);
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
	}

	@Test
	void whatIsReplacedOrCutAfterwardsIsSeen() throws IOException {
		Files.writeString(folder.resolve("a.txt"), "the one");
		S3Transfer action = transfer(Way.UPLOAD, "a.txt", "a.txt");
		Plan plan = trial.run(action);
		S3Transfer down = transfer(Way.DOWNLOAD, "b.txt", "a.txt");
		Plan fetched = trial.run(down);
		Files.writeString(folder.resolve("b.txt"), "the 0ne");
		assertThat(trial.verify(down, fetched).observed()).startsWith("they differ");
		Files.writeString(folder.resolve("c.txt"), "another");
		new Trial<>(new S3RemoveHandler(sessions, Clock.systemUTC()), target)
			.run(new S3Remove(new S3Place("backups", "a.txt"), false, ""));
		trial.run(transfer(Way.UPLOAD, "c.txt", "a.txt"));
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
	}

	@Test
	void whatChangedSinceThePlanIsNotSentAndNothingIsOverwritten() throws IOException {
		Files.writeString(folder.resolve("late.txt"), "one");
		S3Transfer action = transfer(Way.UPLOAD, "late.txt", "late.txt");
		Plan plan = trial.plan(action);
		Files.writeString(folder.resolve("late.txt"), "two");
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		Plan again = trial.run(action);
		assertThat(trial.state(action, again)).isEqualTo(State.HOLDS);
		S3Transfer down = transfer(Way.DOWNLOAD, "late2.txt", "late.txt");
		Plan downPlan = trial.plan(down);
		Files.writeString(folder.resolve("late2.txt"), "mine");
		assertThat(trial.outcome(down, downPlan, new Recorder(downPlan))).isInstanceOf(Outcome.Failed.class);
		assertThat(Files.readString(folder.resolve("late2.txt"))).isEqualTo("mine");
		assertThat(folder.resolve(".late2.txt.watchfloor-part")).doesNotExist();
	}

	@Test
	void onlyFilesOfTheFolderAreSentOrMade() throws IOException {
		Files.createSymbolicLink(folder.resolve("secret"), Path.of("/etc/passwd"));
		for (String file : new String[] { "secret", "/etc/passwd" }) {
			assertThatThrownBy(() -> trial.plan(transfer(Way.UPLOAD, file, "x"))).as(file)
				.isInstanceOf(Problem.class)
				.hasMessageContaining("is not inside");
		}
		assertThatThrownBy(() -> trial.plan(transfer(Way.DOWNLOAD, "y", "nobody"))).hasMessageContaining("no object");
		assertThatThrownBy(() -> new Trial<>(new S3TransferHandler(sessions, Clock.systemUTC()), moto.target())
			.plan(transfer(Way.UPLOAD, "a", "x"))).hasMessageContaining("no setting 'files'");
		assertThatThrownBy(() -> transfer(Way.UPLOAD, "../x", "x")).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "aws s3 cp a.dump s3://b-1/k/a.dump;UPLOAD;a.dump;k/a.dump",
			"aws s3 cp /data/a.dump s3://b-1/k/ --region eu-west-1 --only-show-errors;UPLOAD;/data/a.dump;k/a.dump",
			"aws s3 cp s3://b-1/k/a.dump .;DOWNLOAD;a.dump;k/a.dump",
			"aws s3 cp s3://b-1/k/a.dump /data/;DOWNLOAD;/data/a.dump;k/a.dump" })
	void aLineIsReadAndShownAsTheSame(String line, Way way, String file, String key) {
		Action action = Lines.call(line, new AwsReader()).action();
		assertThat(action).isEqualTo(
				new S3Transfer(way, file, new S3Place("b-1", key), line.contains("--region") ? "eu-west-1" : ""));
		assertThat(Lines.call(action.commandLine(), new AwsReader()).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws s3 cp a s3://b-1/k --acl public-read", "aws s3 cp a s3://b-1/k --recursive",
			"aws s3 cp - s3://b-1/k", "aws s3 cp s3://b-1/k s3://b-2/k", "aws s3 cp a b", "aws s3 mv a s3://b-1/k",
			"aws s3 cp s3://b-1/k -", "aws s3 cp a s3://b-1/k extra", "aws s3 sync . s3://b-1/",
			"aws s3 cp 'a*' s3://b-1/k", "aws s3 cp ../a s3://b-1/k" })
	void whatReachesFurtherStaysAPersons(String line) {
		assertThat(Lines.reason(line, new AwsReader())).isNotBlank();
	}

}

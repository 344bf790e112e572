package io.watchfloor.action.aws.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Functions of moto's; their zips come from a server of the test's. */
class CodeDownloadTests {

	@TempDir
	private static Path folder;

	private static AwsLab aws;

	private static HttpServer files;

	private static final Map<String, byte[]> ZIPS = new ConcurrentHashMap<>();

	private static Target target;

	private static Trial<CodeDownload> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		target = aws.target(folder);
		trial = new Trial<>(new CodeDownloadHandler(aws.sessions(), Clock.systemUTC()), target);
		files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		files.createContext("/", (exchange) -> {
			byte[] zip = ZIPS.get(exchange.getRequestURI().getPath().substring(1));
			exchange.sendResponseHeaders((zip != null) ? 200 : 403, (zip != null) ? zip.length : -1);
			if (zip != null) {
				exchange.getResponseBody().write(zip);
			}
			exchange.close();
		});
		files.start();
		Object role = aws.sessions()
			.changing(aws.target())
			.ask("iam", "create-role", Map.of("RoleName", "lambda", "AssumeRolePolicyDocument", "{}"), "")
			.at("Role")
			.text("Arn");
		for (String name : List.of("analysis", "notify")) {
			ZIPS.put(name, zip(name));
			aws.sessions()
				.changing(aws.target())
				.call("lambda", "create-function",
						Map.of("FunctionName", name, "Runtime", "python3.12", "Role", role, "Handler", "a.b", "Code",
								Map.of("ZipFile", new String(ZIPS.get(name), StandardCharsets.US_ASCII))),
						"");
		}
	}

	/** In letters, which every client sends as they are. */
	private static byte[] zip(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("a.py"));
			zip.write(("# " + text).getBytes(StandardCharsets.UTF_8));
		}
		return Base64.getEncoder().encode(bytes.toByteArray());
	}

	@AfterAll
	static void stop() {
		if (aws != null) {
			files.stop(0);
			aws.close();
		}
	}

	@BeforeEach
	void mend() {
		aws.mend();
		signed("http://127.0.0.1:" + files.getAddress().getPort());
	}

	/** From now on the zips are at another place. */
	private static void signed(String place) {
		for (String name : List.of("analysis", "notify")) {
			aws.answers("GET /2015-03-31/functions/" + name, (answer) -> answer.replaceAll("\"Location\": ?\"[^\"]*\"",
					"\"Location\": \"" + place + "/" + name + "\""));
		}
	}

	private static Path sub(String name) throws IOException {
		return Files.createDirectories(folder.resolve(name));
	}

	@Test
	void theZipsOfAllAreWhatTheServiceSays() throws IOException {
		sub("all");
		CodeDownload action = new CodeDownload(List.of(), "all", "");
		Plan plan = trial.plan(action);
		assertThat(aws.asked()).as("planning reads no address").containsExactly("GET /2015-03-31/functions");
		assertThat(plan.changes()).hasSize(2);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
		trial.run(action, plan);
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		try (var made = Files.list(folder.resolve("all"))) {
			assertThat(made).hasSize(2)
				.anySatisfy((file) -> assertThat(file).hasBinaryContent(ZIPS.get("analysis")))
				.allSatisfy((file) -> assertThat(file.toString()).endsWith(".zip"));
		}
		assertThat(trial.hasNoUndo(action, plan)).isTrue();
		assertThatThrownBy(() -> trial.plan(action)).isInstanceOf(Problem.class)
			.hasMessageContaining("not kept already");
		try (var made = Files.list(folder.resolve("all"))) {
			Files.delete(made.findFirst().orElseThrow());
		}
		assertThat(trial.state(action, plan)).as("one is gone").isEqualTo(State.FAILED);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
	}

	@Test
	void anotherZipThanTheServiceSaysIsNotKept() throws IOException {
		sub("other");
		CodeDownload action = new CodeDownload(List.of("analysis"), "other", "");
		Plan plan = trial.plan(action);
		byte[] right = ZIPS.get("analysis");
		try {
			byte[] wrong = right.clone();
			wrong[wrong.length - 1] ^= 1;
			ZIPS.put("analysis", wrong);
			assertThat(trial.outcome(action, plan)).isInstanceOfSatisfying(Outcome.Failed.class,
					(failed) -> assertThat(failed.message()).contains("Nothing of it is kept"));
			ZIPS.put("analysis", new byte[right.length + 1]);
			assertThat(trial.outcome(action, plan)).isInstanceOfSatisfying(Outcome.Failed.class,
					(failed) -> assertThat(failed.message()).contains("is longer than"));
		}
		finally {
			ZIPS.put("analysis", right);
		}
		assertThat(folder.resolve("other")).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest", "ftp://127.0.0.1", "http://user:pw@127.0.0.1",
			"file:///etc", "http://0.0.0.0" })
	void anAddressOfNobodysServiceIsNotFetched(String place) throws IOException {
		sub("guarded");
		CodeDownload action = new CodeDownload(List.of("notify"), "guarded", "");
		Plan plan = trial.plan(action);
		signed(place);
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Failed.class);
		assertThat(folder.resolve("guarded")).isEmptyDirectory();
	}

	@Test
	void anAddressThatRefusesIsAFailure() throws IOException {
		sub("refused");
		CodeDownload action = new CodeDownload(List.of("notify"), "refused", "");
		Plan plan = trial.plan(action);
		signed("http://127.0.0.1:" + files.getAddress().getPort() + "/expired");
		assertThat(trial.outcome(action, plan)).isInstanceOfSatisfying(Outcome.Failed.class,
				(failed) -> assertThat(failed.message()).contains("status 403"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "save-function-code --all", "save-function-code --folder code --region eu-west-1 a b",
			"save-function-code a" })
	void aLineIsReadAndShownAsTheSame(String line) {
		Action action = Lines.call(line, new CodeDownloadLines()).action();
		assertThat(action.commandLine()).isEqualTo(line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "save-function-code", "save-function-code --all a", "save-function-code --folder /etc a",
			"save-function-code --folder ../x a", "save-function-code --folder", "save-function-code $A" })
	void anotherWordIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new CodeDownloadLines())).isNotBlank();
	}

}

package io.watchfloor.action.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Shell;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/** What the aws command sends for a line and what our action sends are the same. */
class EquivalenceTests {

	private static final List<String> SERVICES = List.of("ecs", "rds", "elasticache", "ec2", "route53",
			"secretsmanager", "lambda", "sqs", "dynamodb", "s3api", "cloudwatch", "logs", "ce", "cloudformation",
			"apigateway", "application-autoscaling", "sns", "ssm", "sts", "pricing", "budgets", "eks", "elbv2",
			"autoscaling", "ecr", "acm", "cloudfront", "backup", "events", "kms", "iam", "stepfunctions", "athena");

	private static final long SEED = 20261121;

	@TempDir
	private Path folder;

	@Test
	void generatedLinesSendTheSameRequests() throws Exception {
		LineGenerator generator = new LineGenerator(SEED);
		List<List<String>> lines = new ArrayList<>();
		for (int round = 0; round < 5; round++) {
			SERVICES.forEach((service) -> lines.add(generator.line(service)));
		}
		compare(lines, 140);
	}

	@Test
	void linesOfRunbooksSendTheSameRequests() throws Exception {
		List<List<String>> lines = Files.readAllLines(Path.of("src/test/resources/io/watchfloor/action/aws/lines.txt"))
			.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(EquivalenceTests::words)
			.toList();
		compare(lines, lines.size());
	}

	/** The words behind {@code aws}. */
	private static List<String> words(String line) {
		return Lines.pipeline(line)
			.stages()
			.getFirst()
			.arguments()
			.stream()
			.map((word) -> word.literal().orElseThrow())
			.toList();
	}

	private void compare(List<List<String>> lines, int least) throws Exception {
		try (RecordingEndpoint endpoint = new RecordingEndpoint(); RecordingEndpoint here = new RecordingEndpoint()) {
			Process cli = startCli(endpoint.url(), lines);
			Ours ours = new Ours(here);
			List<Object> sents = lines.stream().map((words) -> ours.send(line(words))).toList();
			await(cli);
			int same = 0;
			List<String> wrong = new ArrayList<>();
			List<String> alone = new ArrayList<>();
			for (int i = 0; i < lines.size(); i++) {
				List<Wire> theirs = endpoint.marked(i).stream().limit(1).toList();
				String line = line(lines.get(i));
				Object sent = sents.get(i);
				if (sent instanceof List<?> list && !theirs.isEmpty() && list.equals(theirs)) {
					same++;
				}
				else if (sent instanceof List<?> && !theirs.isEmpty()) {
					wrong.add(line + "\n   cli  " + theirs + "\n   ours " + sent);
				}
				else if (theirs.isEmpty() == sent instanceof List<?> && !isRefused(sent)) {
					alone.add(
							line + "\n   cli  " + (theirs.isEmpty() ? endpoint.said(i) : theirs) + "\n   ours " + sent);
				}
			}
			assertThat(wrong).as("seed %d", SEED).isEmpty();
			assertThat(alone).as("only one of both sends, seed %d", SEED).hasSizeLessThanOrEqualTo(lines.size() / 50);
			assertThat(same).as("seed %d", SEED).isGreaterThanOrEqualTo(least);
		}
	}

	/** What carries a secret, or hands one out, is not sent from here on purpose. */
	private static boolean isRefused(Object sent) {
		return sent instanceof String reason && (reason.contains("hands out credentials") || reason.contains("secret"));
	}

	private static String line(List<String> words) {
		return "aws " + String.join(" ", words.stream().map(Shell::quote).toList());
	}

	private Process startCli(String endpoint, List<List<String>> lines) throws IOException {
		RealServers.optional("aws", "awscli");
		Path python = RealServers.optional("python", "python3");
		Path file = this.folder.resolve("lines");
		Files.write(file, lines.stream().map(JsonText::write).toList());
		return new ProcessBuilder(python.toString(), "src/test/resources/io/watchfloor/action/aws/cli.py", endpoint,
				file.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("out").toFile())
			.start();
	}

	private void await(Process process) throws IOException, InterruptedException {
		if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			String out = Files.readString(this.folder.resolve("out"));
			if (out.contains("No module named 'awscli'")) {
				throw new TestAbortedException("needs awscli as a module of python");
			}
			throw new AssertionError(out);
		}
	}

	/** Our side: reader and handlers against the same endpoint. */
	private static final class Ours {

		private final RecordingEndpoint endpoint;

		private final Target target;

		private final AwsSessions sessions;

		Ours(RecordingEndpoint endpoint) {
			this.endpoint = endpoint;
			this.target = new Target(new TargetId(new SystemId("customer-success"), "sandbox", "aws"), "aws",
					Map.of("region", "us-east-1", "endpoint", endpoint.url()),
					Map.of("access-key-id", new SecretReference("env", "test"), "secret-access-key",
							new SecretReference("env", "test")),
					List.of());
			this.sessions = new AwsSessions(new AwsClients(new NoSecrets()), Clock.systemUTC());
		}

		/** The requests, or why there is none. */
		Object send(String line) {
			try {
				switch (Lines.call(line, new AwsReader()).action()) {
					case AwsRead read ->
						new AwsReadHandler(this.sessions, Clock.systemUTC()).read(read, this.target, RunContext.none());
					case AwsChange change -> {
						try (AwsSession session = this.sessions.changing(this.target)) {
							session.call(change.service(), change.operation(), change.parameters(), change.region());
						}
					}
					case Object other -> throw new AssertionError(other);
				}
			}
			catch (io.watchfloor.kernel.Problem refused) {
				List<Wire> sent = this.endpoint.take();
				return sent.isEmpty() ? String.valueOf(refused.getMessage()) : sent;
			}
			catch (AssertionError notUnderstood) {
				return String.valueOf(notUnderstood.getMessage());
			}
			return this.endpoint.take();
		}

	}

}

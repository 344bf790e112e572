package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for all lines. */
class KubectlPropertyTests {

	private static final long SEED = 4711;

	private final KubectlReader reader = new KubectlReader();

	private List<String> lines() {
		Set<String> lines = new LinkedHashSet<>(new KubectlLines(SEED).reads(600));
		lines.addAll(new KubectlLines(SEED).changes(600));
		lines.addAll(RunbookLines.READS);
		lines.addAll(RunbookLines.CHANGES);
		return new ArrayList<>(lines);
	}

	@Test
	void aRenderedActionReadsBackAsItself() {
		for (String line : lines()) {
			ActionCall call = Lines.call(line, this.reader);
			String rendered = call.action().commandLine();
			assertThat(Lines.call(rendered, this.reader)).as("%s as %s", line, rendered).isEqualTo(call);
		}
	}

	/** Any flag that is not known, anywhere, alone, with a value, or short. */
	@Test
	void oneFlagMoreIsNotUnderstood() {
		Random random = new Random(SEED);
		List<String> flags = List.of("--frobnicate", "--as=admin", "--token=abc", "-x", "-zq", "--overwite",
				"--name-space=x", "--insecure-skip-tls-verify", "--user=u", "--cluster=c", "--dry-run=client",
				"--server-side", "-R", "--kustomize=.", "-v=9", "--Namespace=x", "---n", "--selector=",
				"--warnings-as-errors");
		for (String line : lines()) {
			String flag = flags.get(random.nextInt(flags.size()));
			if (flag.equals("--selector=") || (flag.equals("--as=admin") && line.contains("can-i"))) {
				continue;
			}
			String verb = line.contains(" -- ") ? line : line + " " + flag;
			Understanding<ActionCall> read = Lines.read(verb, this.reader);
			assertThat(read).as(verb).isInstanceOf(Understanding.NotUnderstood.class);
		}
	}

	@Test
	void valuesNeverBecomeFlagsOrOtherObjects() {
		Random random = new Random(SEED);
		String letters = "abz09-_./:=,@'\"$`;|&<>(){}[]*?!~#%^\\ \t";
		int understood = 0;
		for (int i = 0; i < 10_000; i++) {
			StringBuilder value = new StringBuilder();
			for (int length = 1 + random.nextInt(8); length > 0; length--) {
				value.append(letters.charAt(random.nextInt(letters.length())));
			}
			Action action;
			try {
				action = new KubeDescribe(Where.namespace("shop"), List.of("pods/" + value), false, null, true);
			}
			catch (IllegalArgumentException refused) {
				continue;
			}
			understood++;
			assertThat(Lines.call(action.commandLine(), this.reader).action()).isEqualTo(action);
			assertThat(ResourceTypes.of("pods").path("shop", value.toString())).doesNotContain("..", "?", "%", "#")
				.matches("/api/v1/namespaces/shop/pods/[^/]+");
		}
		assertThat(understood).isPositive();
	}

	@Test
	void everyFlagThatIsUnderstoodIsOneOfTheRealKubectl() {
		RecordedKubectl kubectl = new RecordedKubectl();
		try (ApiServer server = new ApiServer()) {
			String everywhere = kubectl.run("kubectl options", server);
			KubectlVerbs.all().forEach((name, verb) -> {
				String help = kinds(name).map((kind) -> kubectl.run("kubectl " + kind + " --help", server))
					.collect(Collectors.joining()) + everywhere;
				verb.flags()
					.names()
					.forEach((flag) -> assertThat(help).as("kubectl %s --%s", name, flag).contains("--" + flag + "="));
			});
		}
	}

	/** One verb of ours is two of kubectl's, each with flags of its own. */
	private static Stream<String> kinds(String verb) {
		return verb.equals("create secret") ? Stream.of("create secret generic", "create secret tls") : Stream.of(verb);
	}

	@Test
	void everyFlagThatIsSaidToBeGoneIsRefusedByTheRealKubectl() {
		RecordedKubectl kubectl = new RecordedKubectl();
		try (ApiServer server = new ApiServer()) {
			BrokenKubectl.GONE.forEach((verb, flags) -> flags.forEach((flag) -> {
				String line = "kubectl " + (verb.equals("*") ? "get pods" : verb.equals("top") ? "top pods" : verb)
						+ " " + flag;
				assertThat(kubectl.run(line, server)).as(line).contains("unknown flag");
			}));
		}
	}

}

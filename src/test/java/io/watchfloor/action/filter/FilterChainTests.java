package io.watchfloor.action.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the machine's own tools print for the same lines is the measure. */
class FilterChainTests {

	private static final List<String> LOG = List.of("NAME        READY   STATUS    RESTARTS   AGE",
			"api-7d9f    1/1     Running   0          3d", "api-81ab    0/1     Pending   12         5m",
			"db-0        1/1     Running   2          90d", "db-0        1/1     Running   2          90d",
			"worker (a)  1/1     Error     7          1h", "", "  key:value:rest  ", "used_memory_human:1.50M",
			"10G /var/lib", "9.5M /tmp", "200K /etc", "42", "7", "Error: connection refused [code=111]",
			"ERROR timeout after 30s", "path=/api/v1/users?id=3&x=y", "a.b*c+d{e}f|g", "\"quoted\", 'text'");

	private final Random random = new Random(20261121);

	@ParameterizedTest
	@ValueSource(strings = { "grep Running", "grep -v Running", "grep -i error", "grep -iv error", "grep -c Running",
			"grep -vc Running", "grep -E 'Pending|Error'", "egrep -i 'pending|error'", "grep 'Pending\\|Error'",
			"grep -F 'a.b*c'", "grep -o '[0-9]*d$'", "grep -E -o '[0-9]+(d|h|m)$'", "grep -n db", "grep -A1 Pending",
			"grep -B 1 Pending", "grep -C1 Error", "grep -A 2 -n api", "grep -m1 Running", "grep -w Error",
			"grep -x 42", "grep '^db'", "grep 'h$'", "grep '[^a-z]d$'", "grep '(a)'", "grep -E '\\(a\\)'",
			"grep 'a.b\\*c'", "grep 'd{e}'", "grep -e Error", "grep 'code=[0-9]\\+'", "grep '[[:digit:]][[:upper:]] '",
			"grep -E '^[a-z]+-[0-9a-f]{4} '", "grep -E 'users\\?id=[0-9]'", "grep 'nothing at all'", "grep -- -7d",
			"head", "head -n 3", "head -3", "head -n -4", "head -n3", "tail", "tail -n 2", "tail -2", "tail -n +3",
			"tail -n+18", "head -n 0", "head --lines=2", "sort", "sort -r", "sort -u", "sort -rn", "sort -h",
			"sort -k4 -n", "sort -k3,3", "sort -k 4nr", "sort -t: -k2", "uniq", "uniq -c", "uniq -d", "uniq -u",
			"wc -l", "wc -w", "wc -c", "cut -d: -f2", "cut -d ' ' -f1", "cut -c1-5", "cut -c3-", "cut -d: -f1,3",
			"cut -d: -f2-", "cut -s -d: -f2", "tr -d ' '", "tr a-z A-Z", "tr ':' '='", "tr -d '\"'", "awk '{print $1}'",
			"awk '{print $2, $NF}'", "awk '{ print $1 }'", "awk '{print $1\"=\"$3}'", "awk -F: '{print $2}'",
			"awk -F ':' '{print $1, $2}'", "awk 'NR>1 {print $1}'", "awk 'NR==2'", "awk '/Running/ {print $1}'",
			"awk '!/Running/'", "awk '$4 > 5 {print $1, $4}'", "awk '$3 == \"Pending\"'",
			"awk '$3 != \"Running\" {print $0}'", "awk '$3 ~ /^Run/ {print $1}'", "awk 'NF==5'", "awk '{print}'",
			"awk '{print \"x\\ty\"; }'", "sed -n 2,3p", "sed -n '4p'", "sed -n '5,$p'", "cat" })
	void eachFilterPrintsWhatTheToolPrints(String stage) throws Exception {
		assertThat(FilterChain.parse(List.of(stage)).apply(LOG)).isEqualTo(tool(stage, LOG));
		for (int round = 0; round < 3; round++) {
			List<String> lines = randomLines();
			assertThat(FilterChain.parse(List.of(stage)).apply(lines)).as(String.join("\n", lines))
				.isEqualTo(tool(stage, lines));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jq .", "jq -r .status", "jq .status", "jq -c .", "jq '.items[].name'",
			"jq -r '.items[] | select(.ready) | .name'", "jq '.items | length'",
			"jq -r '.items[] | \"\\(.name) \\(.n)\"'", "jq '[.items[].n] | add'", "jq -S -c .",
			"jq '.items | map({name, n})'", "jq 'keys'", "jq -r '.items[0].name'", "jq '.items | sort_by(.n) | last'",
			"jq -r '.items[] | [.name, .n] | @tsv'", "jq '.nested[\"a-b\"]'", "jq 'has(\"status\")'",
			"jq -r '.missing // \"none\"'", "jq '.empty'", "jq '.none'" })
	void jqPrintsWhatTheToolPrints(String stage) throws Exception {
		assumeTrue(present("jq"), "jq is not installed");
		List<String> json = List.of("{\"status\":\"ok\",\"items\":[{\"name\":\"a b\",\"n\":3,\"ready\":true},",
				"{\"name\":\"c\",\"n\":1,\"ready\":false}],\"nested\":{\"a-b\":1.5},\"empty\":{},\"none\":[]}");
		assertThat(FilterChain.parse(List.of(stage)).apply(json)).isEqualTo(tool(stage, json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grep", "grep -P x", "grep -r x", "grep x file", "grep -f x y", "grep '*x'",
			"grep -E 'a{'", "grep '\\(a\\)\\1'", "grep -E '(a)\\1'", "grep '\\d'", "grep $X", "grep '[[.a.]]'",
			"head -c 3", "tail -f", "tail -F", "head f", "sort f", "sort -o f", "sort -k1.2", "sort -M", "uniq a b",
			"wc", "wc -l f", "cut -f0", "cut -d:: -f1", "cut -b1", "tr a", "tr 'a-f' x", "tr '[:space:]' x",
			"awk '{system(\"id\")}'", "awk '{print > \"f\"}'", "awk '{print $1 | \"sh\"}'", "awk -f p",
			"awk -v x=1 '{print $x}'", "awk 'BEGIN{print 1}'", "awk '{print getline}'", "sed s/a/b/", "sed -i s/a/b/",
			"sed -n 1,2w", "jq env", "jq '$ENV.HOME'", "jq input", "jq 'def f: f; f'", "jq 'range(infinite)'",
			"jq -n 1", "jq --arg a b .", "jq '.a' file", "jq 'repeat(1)'", "jq '\"\\(env)\"'", "jq '.['", "tee f",
			"xargs rm", "sh", "less +F f", "python -c 1", "python -m http.server", "column", "grep x > f",
			"A=b grep x" })
	void whatCouldReadFilesRunProgramsOrMeanSomethingElseIsNotUnderstood(String stage) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> FilterChain.parse(List.of(stage)))
			.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.NOT_UNDERSTOOD));
	}

	@Test
	void aPatternCannotTakeForever() {
		List<String> lines = List.of("a".repeat(100_000));
		assertThat(FilterChain.parse(List.of("grep -E '(a+)+b'")).apply(lines)).isEmpty();
	}

	@Test
	void whatIsNoJsonIsTrouble() {
		assertThatExceptionOfType(FilterTrouble.class)
			.isThrownBy(() -> FilterChain.parse(List.of("jq .")).apply(List.of("<html>")))
			.withMessageStartingWith("The answer is not JSON");
	}

	private List<String> randomLines() {
		List<String> pieces = List.of("a", "Error", "Running", " ", "  ", ":", "7", "12", "1.5", "db-0", "\t", "-",
				"api", "Pending", "\"", "'", ".", "*", "é", "(", "]", "K", "M");
		return IntStream.range(0, this.random.nextInt(12))
			.mapToObj((_) -> IntStream.range(0, this.random.nextInt(8))
				.mapToObj((_) -> pieces.get(this.random.nextInt(pieces.size())))
				.reduce("", String::concat))
			.toList();
	}

	private static List<String> tool(String stage, List<String> lines) throws Exception {
		ProcessBuilder builder = new ProcessBuilder("sh", "-c", stage).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
		Process process = builder.start();
		try (var in = process.getOutputStream()) {
			for (String line : lines) {
				in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException closedEarly) {
			// head needs only the first lines
		}
		String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
		return out.lines().map((line) -> stage.startsWith("wc") ? line.strip() : line).toList();
	}

	private static boolean present(String tool) throws Exception {
		return new ProcessBuilder("sh", "-c", "command -v " + tool + " >/dev/null").start().waitFor() == 0;
	}

}

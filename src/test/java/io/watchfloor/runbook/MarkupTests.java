package io.watchfloor.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Markdown's many dialects add: commands in it are found, and no line is lost. */
class MarkupTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					front matter        | ---~title: Cache~tags: [a, b]~---~# Cache~~## Look~~```sh~redis-cli PING~```
					TOML front matter   | +++~title = "Cache"~+++~# Cache~~## Look~~```sh~redis-cli PING~```
					MkDocs note         | # C~~## Look~~!!! note "First"~    Look before you leap.~~    ```sh~    redis-cli PING~    ```~~Then go.
					MkDocs note at once | # C~~## Look~~!!! warning~    ```sh~    redis-cli PING~    ```
					MkDocs folded       | # C~~## Look~~??? tip "More"~~    ```sh~    redis-cli PING~    ```
					a note in a note    | # C~~## Look~~!!! note~~    !!! warning~~        ```sh~        redis-cli PING~        ```
					Docusaurus note     | # C~~## Look~~:::note~~```sh~redis-cli PING~```~~:::
					GitHub alert        | # C~~## Look~~> [!WARNING]~> Careful.~>~> ```sh~> redis-cli PING~> ```
					details             | # C~~## Look~~<details>~<summary>How</summary>~~```sh~redis-cli PING~```~~</details>
					details without air | # C~~## Look~~<details>~<summary>How</summary>~```sh~redis-cli PING~```~</details>
					pre                 | # C~~## Look~~<pre>~redis-cli PING~</pre>
					pre and code        | # C~~## Look~~<pre><code class="language-bash">redis-cli PING~</code></pre>
					Jekyll highlight    | # C~~## Look~~{% highlight bash %}~redis-cli PING~{% endhighlight %}
					Jekyll include      | # C~~{% include toc.html %}~~## Look~~```sh~redis-cli PING~```
					Hugo shortcode      | # C~~## Look~~{{< notice warning >}}~~```sh~redis-cli PING~```~~{{< /notice >}}
					Hugo highlight      | # C~~## Look~~{{< highlight bash >}}~redis-cli PING~{{< /highlight >}}
					a tab               | # C~~## Look~~=== "Linux"~~    ```sh~    redis-cli PING~    ```
					HTML comment        | # C~~<!-- a~~b -->~~## Look~~```sh~redis-cli PING~```
					""")
	void aCommandIsFoundWhereverItStands(String name, String text) {
		Runbook book = Books.read(text.strip().replace("~", "\n"));
		List<Step> steps = book.procedures().stream().flatMap((procedure) -> procedure.steps().stream()).toList();
		assertThat(steps).filteredOn(ActionStep.class::isInstance)
			.extracting((step) -> ((ActionStep) step).commandLine())
			.containsExactly("redis-cli PING");
		assertThat(steps).filteredOn((step) -> step instanceof ManualStep manual && manual.command()).isEmpty();
		assertEveryLineIsSomewhere(book, steps);
	}

	static void assertEveryLineIsSomewhere(Runbook book, List<Step> steps) {
		TreeSet<Integer> all = new TreeSet<>(book.prose());
		for (Step step : steps) {
			for (int line = step.lines().first(); line <= step.lines().last(); line++) {
				if (!book.lines().get(line - 1).isBlank()) {
					assertThat(all.add(line)).as("line %s is in one place", line).isTrue();
				}
			}
		}
		List<Integer> wanted = new ArrayList<>();
		for (int line = 1; line <= book.lines().size(); line++) {
			if (!book.lines().get(line - 1).isBlank()) {
				wanted.add(line);
			}
		}
		assertThat(all).containsExactlyElementsOf(wanted);
	}

}

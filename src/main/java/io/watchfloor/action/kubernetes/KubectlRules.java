package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.FindingRules;
import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with lines of kubectl. */
@Component
class KubectlRules implements FindingRules {

	/**
	 * A rule with what it looks for.
	 *
	 * @param safer the line with something changed; empty for none
	 */
	record Check(Rule rule, Predicate<Spoken> wrong, Function<String, Optional<String>> safer) {

		static Check of(Severity severity, String name, String title, String explanation, Predicate<Spoken> wrong) {
			return new Check(new Rule("kubectl/" + name, severity, title, explanation), wrong, (_) -> Optional.empty());
		}

		Check safer(Function<String, String> better) {
			return new Check(this.rule, this.wrong,
					(line) -> Optional.of(better.apply(line)).filter((changed) -> !changed.equals(line)));
		}

	}

	private final List<Check> checks = Stream
		.of(BrokenKubectl.CHECKS, DangerousKubectl.CHECKS, MisleadingKubectl.CHECKS)
		.flatMap(List::stream)
		.toList();

	@Override
	public List<Rule> rules() {
		return this.checks.stream().map(Check::rule).toList();
	}

	@Override
	public Stream<Finding> check(CommandLine line) {
		return line.pipeline()
			.stream()
			.flatMap(Spoken::in)
			.flatMap((spoken) -> this.checks.stream()
				.filter((check) -> check.wrong().test(spoken))
				.map((check) -> new Finding(check.rule(), check.rule().title() + ".",
						check.safer().apply(line.text()))))
			.distinct();
	}

}

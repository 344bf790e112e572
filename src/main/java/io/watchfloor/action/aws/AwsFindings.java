package io.watchfloor.action.aws;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.FindingRules;
import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.command.Understanding;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with {@code aws} lines. */
@Component
class AwsFindings implements FindingRules {

	private static final Rule UNKNOWN_FLAG = new Rule("aws/unknown-flag", Severity.ERROR, "The flag does not exist",
			"The operation has no such parameter, so the aws command refuses the line.");

	private static final Rule MISSING = new Rule("aws/missing-parameter", Severity.ERROR, "A parameter is missing",
			"The service refuses the call without it.");

	@Override
	public List<Rule> rules() {
		return Stream.concat(Stream.of(UNKNOWN_FLAG, MISSING), calls().map(CallRule::rule)).toList();
	}

	private static Stream<CallRule> calls() {
		return Stream.concat(CallErrors.RULES.stream(), WrittenDangers.RULES.stream());
	}

	@Override
	public Stream<Finding> check(CommandLine line) {
		List<Finding> written = WrittenCall.in(line.text(), line.block())
			.stream()
			.flatMap((call) -> calls().filter((rule) -> rule.about().test(call)).map((rule) -> rule.finding(call)))
			.distinct()
			.toList();
		boolean wrong = written.stream().anyMatch((finding) -> finding.rule().severity() == Severity.ERROR);
		return Stream.concat(written.stream(), wrong ? Stream.empty() : refused(line));
	}

	/** What the reader found wrong with a plain line. */
	private static Stream<Finding> refused(CommandLine line) {
		if (!(line.understood() instanceof Understanding.NotUnderstood<?>(String reason))
				|| !reason.startsWith("aws: ")) {
			return Stream.empty();
		}
		if (reason.matches("aws: the flag --\\S+ is not known for .*")) {
			return Stream.of(new Finding(UNKNOWN_FLAG, reason.substring(5)));
		}
		return reason.matches("aws: --\\S+ is missing\\.") ? Stream.of(new Finding(MISSING, reason.substring(5)))
				: Stream.empty();
	}

}

package io.watchfloor.action.aws;

import java.util.Optional;
import java.util.function.Predicate;

import io.watchfloor.action.Finding;
import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;

/** A rule, and which calls it is about. */
record CallRule(Rule rule, Predicate<WrittenCall> about, Optional<String> safer) {

	static CallRule error(String name, String title, String explanation, Predicate<WrittenCall> about) {
		return new CallRule(new Rule("aws/" + name, Severity.ERROR, title, explanation), about, Optional.empty());
	}

	static CallRule danger(String name, String title, String explanation, Predicate<WrittenCall> about) {
		return new CallRule(new Rule("aws/" + name, Severity.DANGER, title, explanation), about, Optional.empty());
	}

	static CallRule warning(String name, String title, String explanation, Predicate<WrittenCall> about) {
		return new CallRule(new Rule("aws/" + name, Severity.WARNING, title, explanation), about, Optional.empty());
	}

	CallRule instead(String line) {
		return new CallRule(this.rule, this.about, Optional.of(line));
	}

	Finding finding(WrittenCall call) {
		return new Finding(this.rule, "aws " + call.service() + " " + call.command(), this.safer);
	}

}

package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Asks Compose's own tool. */
@Component
class ComposeViewHandler implements ReadHandler<ComposeView> {

	private final ComposeTool tool;

	private final Clock clock;

	ComposeViewHandler(ComposeTool tool, Clock clock) {
		this.tool = tool;
		this.clock = clock;
	}

	@Override
	public ActionType<ComposeView> type() {
		return new ActionType<>("compose.view", ComposeView.class, "compose");
	}

	@Override
	public Reading read(ComposeView action, Target target, RunContext context) {
		ComposeProject project = ComposeProject.of(target);
		ComposeScope scope = ComposeScope.of(action.scope());
		project.demand(scope);
		Instant at = this.clock.instant();
		List<String> verb = new ArrayList<>(action.view().words());
		verb.addAll(action.services());
		List<String> words = this.tool.words(project, scope, verb);
		HostAnswer answer = this.tool.run(project, words, Duration.ofSeconds(30));
		String source = ComposeTool.line(words) + " at " + target.id();
		if (answer.exit() != 0) {
			return wrong(action, answer, source, at);
		}
		boolean config = action.view() == ComposeView.View.CONFIG;
		String text = config
				? answer.output().lines().map(MaskedVariables::maskYaml).collect(Collectors.joining("\n", "", "\n"))
				: answer.output();
		boolean check = action.view() == ComposeView.View.CONFIG_CHECK;
		String summary = check ? "the files are right" : text.lines().count() + " lines";
		return new Reading(true, summary, null, null, null, text, source, at,
				check ? Judgement.AS_EXPECTED : Judgement.NOT_JUDGED);
	}

	private static Reading wrong(ComposeView action, HostAnswer answer, String source, Instant at) {
		String summary = "Compose ended with " + answer.exit() + ": " + answer.lastWords();
		boolean check = action.view() == ComposeView.View.CONFIG_CHECK;
		return new Reading(check, summary, null, null, null, answer.errors(), source, at,
				check ? Judgement.NOT_AS_EXPECTED : Judgement.NOT_JUDGED);
	}

}

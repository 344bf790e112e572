package io.watchfloor.runbook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.git.GitPulls;
import io.watchfloor.runbook.git.PullState;
import io.watchfloor.ui.Background;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import io.watchfloor.ui.Notices;

/**
 * Where a system's runbooks are pulled from, how that stands, and the button to do it.
 */
final class GitBar extends Div {

	GitBar(GitPulls pulls, SystemId system, GitSource source, Runnable refresh) {
		addClassNames("wf-row", "rb-git");
		Span place = new Span(
				source.url() + " · " + source.branch() + (source.folder().isEmpty() ? "" : " · " + source.folder()));
		place.addClassName("rb-commit-name");
		add(new Span("From Git"), place);
		pulls.state(system)
			.filter((state) -> state.of(source))
			.ifPresentOrElse(this::state, () -> add(new Chip(Chip.Tone.UNKNOWN, "Not pulled yet")));
		if (pulls.allowed()) {
			Button pull = new Button("Pull");
			pull.getElement().setAttribute("aria-label", "Pull the runbooks of " + system);
			pull.addClickListener((click) -> {
				pull.setEnabled(false);
				pull.setText("Pulling…");
				Background.run(() -> pulls.pull(system),
						(revision) -> Notices.done("Commit " + revision.brief() + ": " + revision.subject()), refresh);
			});
			add(pull);
		}
	}

	private void state(PullState state) {
		if (state.revision() != null) {
			add(new CommitNote(state.revision()));
		}
		if (state.trouble() != null) {
			add(new Chip(Chip.Tone.CRIT, "The last pull failed"));
			if (state.triedAt() != null) {
				add(Ago.words(state.triedAt()));
			}
			Span why = new Span(state.trouble());
			why.addClassName("rb-git-why");
			add(why);
			add((state.pulledAt() != null) ? worked(state) : new Span("No pull has worked yet."));
		}
		else if (state.wantedAt() != null) {
			add(new Chip(Chip.Tone.INFO, "A pull is asked for"));
		}
		else if (state.pulledAt() != null) {
			Span at = new Span(new Span("pulled "), Ago.words(state.pulledAt()));
			at.addClassName("wf-dim");
			add(at);
		}
	}

	private static Span worked(PullState state) {
		Span span = new Span("What is shown was pulled ");
		if (state.pulledAt() != null) {
			span.add(Ago.words(state.pulledAt()));
		}
		return span;
	}

}

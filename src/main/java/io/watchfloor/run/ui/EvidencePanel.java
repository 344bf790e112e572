package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Evidence;
import io.watchfloor.run.EvidenceType;
import io.watchfloor.run.RunId;
import io.watchfloor.ui.Ago;
import org.jspecify.annotations.Nullable;

/** What was attached to the step in the middle, and a place to attach more. */
final class EvidencePanel extends Div {

	private final RunActions actions;

	private final Redrawn files = new Redrawn();

	private final EvidenceDrop drop;

	EvidencePanel(RunActions actions) {
		this.actions = actions;
		this.drop = new EvidenceDrop(actions);
		addClassNames("run-evidence", "wf-card");
		add(new H3("Evidence"), this.files, this.drop);
	}

	/** Shows what belongs to a step; without one, what belongs to the whole run. */
	void show(RunId run, @Nullable String stepKey, List<Evidence> all, boolean mayOperate) {
		List<Evidence> own = all.stream()
			.filter((evidence) -> stepKey == null || stepKey.equals(evidence.stepKey()))
			.toList();
		setVisible(mayOperate || !own.isEmpty());
		this.drop.setVisible(mayOperate);
		this.drop.attachTo(run, stepKey);
		if (this.files.begins(own)) {
			own.forEach((evidence) -> this.files.add(line(evidence)));
		}
	}

	/** What the key does. */
	void paste() {
		this.drop.pasteText();
	}

	private Component line(Evidence evidence) {
		Anchor link = new Anchor(new EvidenceDownload(this.actions.services(), evidence, false), evidence.name());
		Span facts = new Span(kind(evidence.type()) + ", " + size(evidence.size()) + ", " + evidence.by().name() + " ");
		facts.addClassName("wf-dim");
		facts.add(Ago.words(evidence.at()));
		Span digest = new Span("SHA-256 " + evidence.sha256().substring(0, 12) + "…");
		digest.setTitle(evidence.sha256());
		digest.addClassNames("wf-dim", "run-digest");
		Div line = new Div(link, facts, digest);
		line.addClassName("wf-row");
		if (!evidence.type().picture()) {
			return line;
		}
		Image picture = new Image(new EvidenceDownload(this.actions.services(), evidence, true),
				"Attached picture " + evidence.name());
		picture.addClassName("run-picture");
		NativeDetails preview = new NativeDetails("Look at it", picture);
		return new Div(line, preview);
	}

	private static String kind(EvidenceType type) {
		return switch (type) {
			case PNG, JPEG, GIF, WEBP -> "picture";
			case PDF -> "PDF";
			case TEXT -> "text";
			case BYTES -> "file";
		};
	}

	private static String size(long bytes) {
		return (bytes < 1_000) ? bytes + " B" : (bytes < 1_000_000) ? Math.round(bytes / 1_000.0) + " kB"
				: Math.round(bytes / 100_000.0) / 10.0 + " MB";
	}

}

package io.watchfloor.runbook.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * One line as its author wrote it. Only where its links lead is live: nothing else of
 * Markdown or HTML in it means anything, and pictures are not fetched.
 */
final class DocumentLine extends Div {

	private static final Pattern LINK = Pattern.compile(
			"(!?\\[[^\\[\\]]{0,300}]\\()([^()\\s]{1,600})([^()]{0,200}\\))|(?<![\\w/])(https?://[^\\s<>\"'`)\\]]{3,600})");

	DocumentLine(String text, LinkPlaces places, boolean code) {
		Matcher link = LINK.matcher(text);
		int done = 0;
		while (!code && link.find()) {
			boolean bare = link.group(4) != null;
			String target = bare ? link.group(4) : link.group(2);
			int from = bare ? link.start(4) : link.start(2);
			Optional<String> place = places.of(target);
			if (place.isPresent()) {
				plain(text.substring(done, from));
				add(anchor(place.get(), target));
				done = from + target.length();
			}
		}
		if (done == 0) {
			setText(text.isEmpty() ? "\u00a0" : text);
		}
		else {
			plain(text.substring(done));
		}
	}

	private void plain(String text) {
		if (!text.isEmpty()) {
			add(new Span(text));
		}
	}

	private static Anchor anchor(String place, String text) {
		Anchor anchor = new Anchor(place, text);
		if (place.contains(":")) {
			anchor.setTarget(AnchorTarget.BLANK);
			anchor.getElement().setAttribute("rel", "noopener noreferrer");
		}
		return anchor;
	}

}

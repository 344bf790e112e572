package io.watchfloor.ui;

import java.util.List;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown that somebody wrote elsewhere. What looks like HTML in it is shown as it was
 * written and never becomes part of the page: a style sheet or a form in a runbook could
 * otherwise dress up as the console's own, and {@code <pod>} would vanish. Links lead to
 * http, https and mailto only, in a tab of their own; pictures are links.
 */
public final class Prose extends Div {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
			TaskListItemsExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
		.nodeRendererFactory(PictureLinks::new)
		.attributeProviderFactory((context) -> (node, tag, attributes) -> {
			if (tag.equals("a")) {
				attributes.put("target", "_blank");
				attributes.put("rel", "noopener noreferrer");
			}
		})
		.build();

	/** Shows a text. */
	public Prose(String markdown) {
		addClassName("wf-prose");
		add(new Html("<div>" + html(markdown) + "</div>"));
	}

	static String html(String markdown) {
		return RENDERER.render(PARSER.parse(markdown));
	}

}

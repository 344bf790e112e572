package io.watchfloor.ui;

import java.util.Map;
import java.util.Set;

import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** A picture is named and linked: the page loads nothing from elsewhere by itself. */
final class PictureLinks implements NodeRenderer {

	private final HtmlNodeRendererContext context;

	private final HtmlWriter html;

	PictureLinks(HtmlNodeRendererContext context) {
		this.context = context;
		this.html = context.getWriter();
	}

	@Override
	public Set<Class<? extends Node>> getNodeTypes() {
		return Set.of(Image.class);
	}

	@Override
	public void render(Node node) {
		String address = this.context.urlSanitizer().sanitizeImageUrl(((Image) node).getDestination());
		Map<String, String> attributes = Map.of("href", this.context.encodeUrl(address), "target", "_blank", "rel",
				"noopener noreferrer");
		this.html.tag("a", attributes);
		this.html.text(name(node));
		this.html.tag("/a");
	}

	private static String name(Node picture) {
		StringBuilder name = new StringBuilder();
		for (Node part = picture.getFirstChild(); part != null; part = part.getNext()) {
			if (part instanceof Text text) {
				name.append(text.getLiteral());
			}
		}
		return name.toString().isBlank() ? "Picture" : name.toString();
	}

}

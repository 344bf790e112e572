package io.watchfloor.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.springframework.beans.factory.ObjectProvider;

/** The warnings that concern everybody now. */
@SpringComponent
@UIScope
class BannerStrip extends Div {

	private final List<Banner> banners;

	private List<String> shown = List.of();

	BannerStrip(ObjectProvider<Banner> banners) {
		this.banners = banners.stream().toList();
		addClassName("wf-banners");
		getElement().setAttribute("role", "alert");
	}

	void refresh() {
		List<String> now = this.banners.stream().map(Banner::text).flatMap(Optional::stream).toList();
		if (now.equals(this.shown)) {
			return;
		}
		this.shown = now;
		removeAll();
		now.forEach((text) -> add(new Div(new Span("▲ "), new Span(text))));
	}

}

package io.watchfloor.catalog.ui;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.watchfloor.catalog.CatalogChanged;
import org.springframework.context.event.EventListener;

/** Tells open pages that the catalog changed. */
@org.springframework.stereotype.Component
class CatalogChanges {

	private final Set<Runnable> pages = ConcurrentHashMap.newKeySet();

	/** Has a page shown again after every change, for as long as it is open. */
	void follow(Component page, Runnable show) {
		page.addAttachListener((attached) -> {
			UI ui = attached.getUI();
			Runnable again = ui.accessLater(show::run, () -> {
				// a page that closes meanwhile needs no news
			});
			this.pages.add(again);
			page.addDetachListener((detached) -> {
				this.pages.remove(again);
				detached.unregisterListener();
			});
		});
	}

	@EventListener
	void on(CatalogChanged change) {
		this.pages.forEach(Runnable::run);
	}

}

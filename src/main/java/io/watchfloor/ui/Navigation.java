package io.watchfloor.ui;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import org.springframework.beans.factory.ObjectProvider;

/** The navigation, from what the features contribute and the person may see. */
@SpringComponent
@UIScope
class Navigation extends Nav {

	private final Map<NavigationEntry, Span> counts = new LinkedHashMap<>();

	Navigation(ObjectProvider<NavigationEntry> entries) {
		addClassName("wf-navigation");
		getElement().setAttribute("aria-label", "Main");
		List<NavigationEntry> visible = entries.stream()
			.filter((entry) -> entry.visible().getAsBoolean())
			.sorted(Comparator.comparingInt(NavigationEntry::order))
			.toList();
		for (NavigationEntry.Group group : NavigationEntry.Group.values()) {
			addGroup(group, visible.stream().filter((entry) -> entry.group() == group).toList());
		}
	}

	/** Says how much waits where. */
	void refresh() {
		this.counts.forEach((entry, shown) -> {
			int count = entry.count().getAsInt();
			shown.setVisible(count > 0);
			shown.setText((count > 0) ? Integer.toString(count) : "");
			shown.getElement().setAttribute("aria-label", count + " waiting");
		});
	}

	private void addGroup(NavigationEntry.Group group, List<NavigationEntry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		SideNav list = new SideNav();
		String heading = heading(group);
		list.getElement().setAttribute("aria-label", heading);
		for (NavigationEntry entry : entries) {
			SideNavItem item = new SideNavItem(entry.label(), entry.view(), entry.icon().create());
			item.setMatchNested(true);
			Span count = new Span();
			count.addClassName("wf-count");
			item.setSuffixComponent(count);
			this.counts.put(entry, count);
			list.addItem(item);
		}
		if (group != NavigationEntry.Group.WATCH) {
			Span title = new Span(heading);
			title.addClassName("wf-navigation-heading");
			add(title);
		}
		add(list);
	}

	private static String heading(NavigationEntry.Group group) {
		return switch (group) {
			case WATCH -> "Watch";
			case OPERATE -> "Operate";
			case REVIEW -> "Review";
			case SETUP -> "Setup";
		};
	}

}

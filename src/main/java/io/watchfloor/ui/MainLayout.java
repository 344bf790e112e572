package io.watchfloor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import jakarta.annotation.security.PermitAll;

/**
 * The shell around every view. Views name it:
 * {@code @Route(value = "audit", layout = MainLayout.class)}.
 */
@PermitAll
public class MainLayout extends AppLayout {

	private static final String CONTENT = "content";

	private final Main content = new Main();

	private final BannerStrip banners;

	private final StatusBar statusBar;

	private final ShellUpdates updates;

	private final Navigation navigation;

	/** Puts the shell together from what the features contribute. */
	MainLayout(Navigation navigation, CommandPalette palette, AccountMenu account, BannerStrip banners,
			StatusBar statusBar, ShellUpdates updates) {
		this.banners = banners;
		this.navigation = navigation;
		this.statusBar = statusBar;
		this.updates = updates;
		this.content.setId(CONTENT);
		this.content.addClassName("wf-content");
		this.content.getElement().setAttribute("tabindex", "-1");
		Div frame = new Div(new Reach(), banners, this.content);
		frame.addClassName("wf-frame");
		setPrimarySection(Section.NAVBAR);
		Header top = new Header(skipLink(), new DrawerToggle(), brand(), palette.button(), new Clocks(), account);
		top.addClassName("wf-top");
		addToNavbar(top);
		addToDrawer(navigation);
		setContent(frame);
		getElement().appendChild(statusBar.getElement(), keys(palette).getElement());
	}

	private static Anchor skipLink() {
		Anchor link = new Anchor("#" + CONTENT, "Skip to content");
		link.setRouterIgnore(true);
		link.addClassName("wf-skip");
		return link;
	}

	private static Anchor brand() {
		Anchor brand = new Anchor("", "Watchfloor");
		brand.addClassName("wf-brand");
		return brand;
	}

	private KeyBindings keys(CommandPalette palette) {
		return new KeyBindings().everywhere()
			.on("Ctrl+k", "Go to, run or find", palette::open)
			.on("?", "List the keys of this page", () -> ShortcutsDialog.open(UI.getCurrent()));
	}

	@Override
	public void showRouterLayoutContent(HasElement view) {
		this.content.getElement().removeAllChildren();
		this.content.getElement().appendChild(view.getElement());
		refresh();
	}

	@Override
	public void removeRouterLayoutContent(HasElement old) {
		this.content.getElement().removeAllChildren();
	}

	@Override
	protected void onAttach(AttachEvent event) {
		super.onAttach(event);
		refresh();
		UI ui = event.getUI();
		Runnable stop = this.updates.every(ui, this::refresh);
		addDetachListener((detach) -> {
			detach.unregisterListener();
			stop.run();
		});
	}

	private void refresh() {
		this.banners.refresh();
		this.statusBar.refresh();
		this.navigation.refresh();
	}

}

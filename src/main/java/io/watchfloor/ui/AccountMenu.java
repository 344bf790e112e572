package io.watchfloor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** Who is signed in, the colour scheme, and the way out. */
@SpringComponent
@UIScope
class AccountMenu extends Div {

	AccountMenu(AuthenticationContext authentication) {
		addClassName("wf-account");
		String name = authentication.getPrincipalName().orElse("nobody");
		SchemeChoice scheme = new SchemeChoice();
		MenuBar bar = new MenuBar();
		bar.addThemeName("tertiary");
		Avatar avatar = new Avatar(name);
		avatar.addThemeName("xsmall");
		MenuItem root = bar.addItem(avatar);
		root.setAriaLabel("Account of " + name);
		SubMenu menu = root.getSubMenu();
		menu.addItem(name).setEnabled(false);
		menu.addItem("Your account", (click) -> UI.getCurrent().navigate("access/me"));
		menu.addSeparator();
		menu.addItem("Light", (click) -> scheme.choose("light"));
		menu.addItem("Dark", (click) -> scheme.choose("dark"));
		menu.addItem("As the system", (click) -> scheme.choose("system"));
		menu.addSeparator();
		menu.addItem("Sign out", (click) -> authentication.logout());
		add(bar, scheme);
	}

}

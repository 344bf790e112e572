package io.watchfloor.ui;

import com.vaadin.flow.component.applayout.AppLayout;

/**
 * The shell around every view. Views name it:
 * {@code @Route(value = "audit", layout = MainLayout.class)}.
 */
public class MainLayout extends AppLayout {

}

package io.watchfloor.run.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;

/**
 * Lets the browser itself say that something waits, once the person allows it. Shown only
 * where the browser can and was not asked yet.
 */
final class BrowserNotice extends Button {

	BrowserNotice() {
		super("Tell me in this browser");
		addThemeName("small");
		addClassName("wf-spread");
		setVisible(false);
		addClickListener((click) -> getElement()
			.executeJs("return Notification.requestPermission().then((answer) => answer !== 'default')")
			.then(Boolean.class, (answered) -> setVisible(!answered)));
	}

	@Override
	protected void onAttach(AttachEvent event) {
		event.getUI()
			.getPage()
			.executeJs(
					"return 'Notification' in window && window.isSecureContext && Notification.permission === 'default'")
			.then(Boolean.class, this::setVisible);
	}

}

package io.watchfloor.security.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

import io.watchfloor.security.Token;

/** Marks the scripts of a page as its own, so that no other inline script runs. */
@Component
class ScriptNonces implements VaadinServiceInitListener {

	private static final long serialVersionUID = 1L;

	@Override
	public void serviceInit(ServiceInitEvent event) {
		event.addIndexHtmlRequestListener(ScriptNonces::mark);
	}

	private static void mark(IndexHtmlResponse page) {
		String nonce = Token.create().text();
		page.getDocument().getElementsByTag("script").attr("nonce", nonce);
		page.getVaadinResponse().setHeader("Content-Security-Policy", SecurityHeaders.pagePolicy(nonce));
	}

}

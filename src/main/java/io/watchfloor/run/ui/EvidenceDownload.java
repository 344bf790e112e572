package io.watchfloor.run.ui;

import java.io.IOException;
import java.io.InputStream;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.watchfloor.run.Evidence;

/**
 * Hands evidence out: as an attachment, except a picture's preview; a browser is told not
 * to guess what it is, and to run nothing that is in it.
 */
final class EvidenceDownload implements DownloadHandler {

	private final transient RunServices services;

	private final transient Evidence evidence;

	private final boolean preview;

	EvidenceDownload(RunServices services, Evidence evidence, boolean preview) {
		this.services = services;
		this.evidence = evidence;
		this.preview = preview && evidence.type().picture();
	}

	@Override
	public void handleDownloadRequest(DownloadEvent event) throws IOException {
		event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
		event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		event.getResponse().setHeader("Cache-Control", "private, no-store");
		if (this.preview) {
			event.inline(this.evidence.name());
			event.setContentType(this.evidence.type().contentType());
		}
		else {
			event.setFileName(this.evidence.name());
			event.setContentType("application/octet-stream");
		}
		event.setContentLength(this.evidence.size());
		try (InputStream bytes = this.services.walk().evidences().open(this.evidence.id())) {
			bytes.transferTo(event.getOutputStream());
		}
	}

	@Override
	public String getUrlPostfix() {
		return this.evidence.name();
	}

}

package io.watchfloor.run.ui;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.watchfloor.kernel.Problem;
import io.watchfloor.run.Evidences;
import io.watchfloor.run.RunId;
import io.watchfloor.ui.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Takes evidence: chosen files, dropped files, a picture pasted from the clipboard, a
 * pasted output.
 */
final class EvidenceDrop extends Div {

	/**
	 * A picture in the clipboard goes the way of a dropped file; text in a field stays
	 * there.
	 */
	private static final String PASTE = """
			const upload = this;
			if (!upload.wfPaste) {
			  upload.wfPaste = (event) => {
			    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/'));
			    if (files.length && upload.isConnected && upload.offsetParent !== null) {
			      event.preventDefault();
			      upload.uploadFiles(files.map((file) => new File([file],
			        'screenshot-' + new Date().toISOString().replace(/[:.]/g, '-') + '.' + file.type.split('/')[1],
			        { type: file.type })));
			    }
			  };
			  window.addEventListener('paste', upload.wfPaste);
			}
			""";

	private final RunActions actions;

	private final Upload upload = new Upload(this::received);

	private @Nullable RunId run;

	private @Nullable String stepKey;

	EvidenceDrop(RunActions actions) {
		this.actions = actions;
		addClassNames("run-drop", "wf-row");
		Button choose = new Button("Attach a file…");
		choose.addThemeName("small");
		this.upload.setUploadButton(choose);
		this.upload.setDropLabel(new Span("or drop it here, or paste a screenshot"));
		this.upload.setMaxFiles(5);
		this.upload.setMaxFileSize(Evidences.LARGEST);
		this.upload.addFileRejectedListener((rejected) -> Notices.problem(rejected.getErrorMessage()));
		this.upload.addAllFinishedListener((finished) -> this.upload.clearFileList());
		Button paste = new Button("Paste an output…", (click) -> pasteText());
		paste.addThemeName("small");
		add(this.upload, paste);
	}

	void attachTo(RunId to, @Nullable String step) {
		this.run = to;
		this.stepKey = step;
	}

	@Override
	protected void onAttach(AttachEvent event) {
		this.upload.getElement().executeJs(PASTE);
		addDetachListener((detach) -> {
			detach.unregisterListener();
			this.upload.getElement()
				.executeJs("window.removeEventListener('paste', this.wfPaste); this.wfPaste = null;");
		});
	}

	/** What the key does. */
	void pasteText() {
		RunId to = this.run;
		String step = this.stepKey;
		if (to != null && isVisible()) {
			Ask.words("Attach an output", "The text; secrets that the console knows are hidden", "Attach",
					(text) -> this.actions.act(() -> this.actions.services()
						.walk()
						.evidences()
						.attach(to, step, "output.txt",
								new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
		}
	}

	/** On the thread of the request, outside the page's lock. */
	private void received(UploadEvent event) throws java.io.IOException {
		RunId to = this.run;
		if (to == null) {
			event.reject("Open a run first.");
			return;
		}
		try {
			this.actions.services()
				.walk()
				.evidences()
				.attach(to, this.stepKey, event.getFileName(), event.getInputStream());
		}
		catch (Problem problem) {
			event.reject(String.valueOf(problem.getMessage()));
		}
	}

}

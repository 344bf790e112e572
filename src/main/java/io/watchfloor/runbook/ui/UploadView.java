package io.watchfloor.runbook.ui;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Systems;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.document.DocumentText;
import io.watchfloor.runbook.upload.PreviewedFile;
import io.watchfloor.runbook.upload.PreviewedFile.Readable;
import io.watchfloor.runbook.upload.UploadedFile;
import io.watchfloor.runbook.upload.Uploads;
import io.watchfloor.ui.Background;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.MainLayout;
import io.watchfloor.ui.Notices;
import jakarta.annotation.security.PermitAll;

/** Brings Markdown files into a system: shows what would be read, then keeps them. */
@Route(value = "runbooks/:system/upload", layout = MainLayout.class)
@PageTitle("Upload runbooks")
@StyleSheet("themes/runbook.css")
@PermitAll
class UploadView extends Div implements BeforeEnterObserver {

	private final transient Uploads uploads;

	private final transient Systems systems;

	private final transient Map<String, PreviewedFile> files = new LinkedHashMap<>();

	private final Div cards = new Div();

	private final Button keep = new Button("Keep", (click) -> keep());

	private transient SystemId system = new SystemId("none");

	private String name = "";

	UploadView(Uploads uploads, Systems systems) {
		this.uploads = uploads;
		this.systems = systems;
		this.cards.addClassName("wf-column");
		this.keep.addClassName("rb-keep");
		this.keep.addThemeVariants(ButtonVariant.PRIMARY);
		addClassName("wf-page");
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		OperatedSystem found = event.getRouteParameters()
			.get("system")
			.flatMap((id) -> this.systems.all().stream().filter((known) -> known.id().value().equals(id)).findFirst())
			.orElseThrow(NotFoundException::new);
		this.system = found.id();
		this.name = found.name();
		removeAll();
		add(new H1("Upload runbooks of " + this.name));
		if (!this.uploads.allowed()) {
			add(new EmptyState("You cannot upload runbooks",
					"It needs the role manager or administrator. An administrator can change roles under Access."));
			return;
		}
		Paragraph how = new Paragraph("Markdown files (.md, .markdown) of up to " + DocumentText.LARGEST / 1_000_000
				+ " MB. Nothing is kept until you have seen what is read of them. "
				+ "What they replace stays in the folder's .versions.");
		how.addClassName("wf-dim");
		add(how, upload(), this.cards, this.keep);
		show();
	}

	private Upload upload() {
		Upload upload = new Upload(this::received);
		upload.setMaxFiles(Uploads.MOST_FILES);
		upload.setMaxFileSize(DocumentText.LARGEST);
		upload.addFileRejectedListener((rejected) -> Notices.problem(rejected.getErrorMessage()));
		return upload;
	}

	/**
	 * Reads what a browser sends, outside the page's lock; never more than is needed to
	 * refuse it.
	 */
	private void received(UploadEvent event) throws IOException {
		byte[] content = event.getInputStream().readNBytes(DocumentText.LARGEST + 1);
		UploadedFile file = new UploadedFile(event.getFileName(), content);
		try {
			PreviewedFile previewed = this.uploads.preview(this.system, List.of(file)).getFirst();
			var _ = event.getUI().access(() -> {
				this.files.put(key(previewed), previewed);
				if (event.getOwningComponent() instanceof Upload upload && !upload.isUploading()) {
					upload.clearFileList();
				}
				show();
			});
		}
		catch (Problem problem) {
			event.reject(String.valueOf(problem.getMessage()));
		}
	}

	/** A file that is sent again counts once. */
	private static String key(PreviewedFile file) {
		return (file instanceof Readable readable) ? readable.name() : file.given();
	}

	private void show() {
		this.cards.removeAll();
		this.files.forEach((key, file) -> this.cards.add(new UploadCard(file, () -> {
			this.files.remove(key);
			show();
		})));
		List<Readable> wanted = wanted();
		this.keep.setText("Keep " + Counted.of(wanted.size(), "file"));
		this.keep.setEnabled(!wanted.isEmpty());
		this.keep.setVisible(!this.files.isEmpty());
	}

	private List<Readable> wanted() {
		return this.files.values()
			.stream()
			.filter(Readable.class::isInstance)
			.map(Readable.class::cast)
			.filter((file) -> !file.unchanged())
			.toList();
	}

	private void keep() {
		List<Readable> wanted = wanted();
		this.keep.setEnabled(false);
		Background.run(() -> {
			this.uploads.keep(this.system, wanted);
			return wanted.size();
		}, (count) -> {
			Notices.done("Kept " + Counted.of(count, "file") + " of " + this.name + ".");
			getUI().ifPresent((ui) -> ui.navigate("runbooks"));
		}, this::show);
	}

}

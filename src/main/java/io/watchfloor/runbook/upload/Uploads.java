package io.watchfloor.runbook.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.watchfloor.catalog.CatalogFiles;
import io.watchfloor.catalog.CatalogFiles.NewRunbook;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookEvent;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.compare.RunbookDifference;
import io.watchfloor.runbook.document.DocumentText;
import io.watchfloor.runbook.document.DocumentText.Decoded;
import io.watchfloor.runbook.document.DocumentText.Encoding;
import io.watchfloor.runbook.reading.RunbookReader;
import io.watchfloor.runbook.upload.PreviewedFile.Readable;
import io.watchfloor.runbook.upload.PreviewedFile.Refused;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Brings files into a system's runbooks folder: first shown, then kept. */
@Service
public class Uploads {

	/** At once. */
	public static final int MOST_FILES = 20;

	private final CatalogFiles files;

	private final Runbooks runbooks;

	private final RunbookReader reader;

	private final Authority authority;

	private final ApplicationEventPublisher events;

	private final Secrets secrets;

	Uploads(CatalogFiles files, Runbooks runbooks, RunbookReader reader, Authority authority,
			ApplicationEventPublisher events, Secrets secrets) {
		this.secrets = secrets;
		this.files = files;
		this.runbooks = runbooks;
		this.reader = reader;
		this.authority = authority;
		this.events = events;
	}

	/** Whether the person who asks may upload. */
	public boolean allowed() {
		return this.authority.has(Permission.MANAGE_RUNBOOKS);
	}

	/**
	 * Says what would be read and what would change. Writes nothing.
	 * @throws Problem when the person may not
	 */
	public List<PreviewedFile> preview(SystemId system, List<UploadedFile> uploaded) {
		this.authority.require(Permission.MANAGE_RUNBOOKS);
		if (uploaded.size() > MOST_FILES) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"These are " + uploaded.size() + " files, the limit is " + MOST_FILES + ". Bring them in parts.");
		}
		Set<String> names = new HashSet<>();
		return uploaded.stream().map((file) -> preview(system, file, names)).toList();
	}

	private PreviewedFile preview(SystemId system, UploadedFile file, Set<String> names) {
		try {
			String name = FileName.plain(file.name());
			if (!names.add(name)) {
				throw new Problem(Category.NOT_UNDERSTOOD, "Another file would have the same name, " + name + ".");
			}
			RunbookId id = new RunbookId(system, name);
			this.runbooks.revision(id).ifPresent((revision) -> {
				throw new Problem(Category.REFUSED_BY_POLICY,
						name + " comes from Git. Change it in the repository, or give this one another name.");
			});
			Decoded text = DocumentText.read(file.content());
			if (text.encoding() == Encoding.BROKEN) {
				throw new Problem(Category.NOT_UNDERSTOOD,
						"Some of its bytes are neither UTF-8 nor Windows-1252, and their characters would be lost. Save it as UTF-8 text.");
			}
			boolean old = text.encoding() == Encoding.WINDOWS_1252;
			byte[] content = old ? text.text().getBytes(StandardCharsets.UTF_8) : file.content();
			Runbook after = this.reader.read(id, text.text());
			Optional<byte[]> present = this.files.runbook(system, name);
			Optional<Runbook> before = present.flatMap((bytes) -> this.runbooks.find(id));
			return new Readable(file.name(), name, content, old, present.map(Uploads::hash).orElse(null), before, after,
					RunbookDifference.between(before.orElse(null), after).masked(this.secrets::redact));
		}
		catch (Problem problem) {
			return new Refused(file.name(), String.valueOf(problem.getMessage()));
		}
		catch (StackOverflowError deep) {
			return new Refused(file.name(), "It nests too deeply to be read. Split it, or take levels out.");
		}
	}

	/**
	 * Keeps what was previewed, all or nothing.
	 * @throws Problem when the person may not, a file was changed meanwhile, the folder
	 * cannot be written, or the audit log cannot
	 */
	public void keep(SystemId system, List<Readable> previewed) {
		Actor actor = this.authority.require(Permission.MANAGE_RUNBOOKS);
		List<NewRunbook> wanted = new ArrayList<>();
		Map<String, String> details = new TreeMap<>();
		for (Readable file : previewed) {
			wanted.add(new NewRunbook(file.name(), file.content(), file.replaces()));
			details.put(file.name(),
					((file.replaces() == null) ? "new" : "was " + file.replaces()) + ", is " + hash(file.content()));
		}
		this.events.publishEvent(new RunbookEvent(actor, "runbook.upload", system, "INTENDED", details));
		try {
			this.files.put(system, wanted);
		}
		catch (Problem problem) {
			this.events.publishEvent(new RunbookEvent(actor, "runbook.upload", system, "FAILED",
					Map.of("why", String.valueOf(problem.getMessage()))));
			throw problem;
		}
		this.events.publishEvent(new RunbookEvent(actor, "runbook.upload", system, "SUCCEEDED",
				Map.of("files", previewed.stream().map(Readable::name).collect(Collectors.joining(", ")))));
	}

	private static String hash(byte[] bytes) {
		return HexFormat.of().formatHex(CanonicalJson.sha256(bytes));
	}

}

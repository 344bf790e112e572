package io.watchfloor.runbook.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Revision;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks.Trouble;
import io.watchfloor.runbook.source.Document;
import io.watchfloor.runbook.source.DocumentSource;
import io.watchfloor.runbook.source.DocumentsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The documents of the last good pulls. They are kept in memory too, so that runbooks can
 * be read while the database does not answer.
 */
@Component
class GitDocuments implements DocumentSource {

	private final Catalog catalog;

	private final PullStore store;

	private final ApplicationEventPublisher events;

	private volatile Map<SystemId, Kept> kept = Map.of();

	GitDocuments(Catalog catalog, PullStore store, ApplicationEventPublisher events) {
		this.catalog = catalog;
		this.store = store;
		this.events = events;
	}

	@Override
	public List<Document> documents() {
		List<Document> documents = new ArrayList<>();
		shown().forEach((system, known) -> known.files().forEach((file) -> {
			byte[] content = file.content();
			if (content != null) {
				documents.add(new Document(new RunbookId(system, file.file()),
						(most) -> Arrays.copyOf(content, Math.min(content.length, most + 1)),
						known.state().revision()));
			}
		}));
		return documents;
	}

	@Override
	public List<Trouble> troubles() {
		List<Trouble> troubles = new ArrayList<>();
		shown().forEach((system, known) -> known.files().forEach((file) -> {
			if (file.trouble() != null) {
				troubles.add(new Trouble(new RunbookId(system, file.path()), file.trouble(), true));
			}
		}));
		return troubles;
	}

	/** Only of the repository that the catalog names now. */
	private Map<SystemId, Kept> shown() {
		Map<SystemId, Kept> shown = new LinkedHashMap<>();
		for (OperatedSystem system : this.catalog.systems()) {
			GitSource source = system.git();
			Kept known = this.kept.get(system.id());
			if (source != null && known != null && known.state().of(source)) {
				shown.put(system.id(), known);
			}
		}
		return shown;
	}

	Optional<PullState> state(SystemId system) {
		return Optional.ofNullable(this.kept.get(system)).map(Kept::state);
	}

	/** Looks what this node or another pulled; tells when documents differ. */
	synchronized void refresh() {
		Map<SystemId, Kept> now = new LinkedHashMap<>();
		boolean changed = false;
		for (PullState state : this.store.states()) {
			Kept before = this.kept.get(state.system());
			if (before != null && before.sameDocuments(state)) {
				now.put(state.system(), new Kept(state, before.files()));
			}
			else {
				now.put(state.system(), new Kept(state, this.store.files(state.system())));
				changed = true;
			}
		}
		this.kept = now;
		if (changed) {
			this.events.publishEvent(new DocumentsChanged());
		}
	}

	private record Kept(PullState state, List<PulledFile> files) {

		boolean sameDocuments(PullState other) {
			Revision mine = this.state.revision();
			Revision theirs = other.revision();
			return (mine == null) ? theirs == null : theirs != null && mine.commit().equals(theirs.commit())
					&& this.state.url().equals(other.url()) && this.state.folder().equals(other.folder());
		}

	}

}

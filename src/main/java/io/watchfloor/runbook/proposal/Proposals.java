package io.watchfloor.runbook.proposal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.catalog.SystemFiles;
import io.watchfloor.catalog.SystemFiles.Change;
import io.watchfloor.catalog.SystemFiles.Content;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookEvent;
import io.watchfloor.runbook.document.Outline;
import io.watchfloor.runbook.document.Source;
import io.watchfloor.runbook.fact.Facts;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Offers what documents say for a system's file; a person accepts or dismisses each. */
@Service
public class Proposals {

	private static final Map<String, String> KINDS = Map.of("contacts", "Contact", "severities", "Severity",
			"thresholds", "Threshold", "schedules", "Schedule", "recovery", "Recovery target");

	private final SystemFiles files;

	private final Dismissals dismissals;

	private final Authority authority;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Proposals(SystemFiles files, Dismissals dismissals, Authority authority, ApplicationEventPublisher events,
			Clock clock) {
		this.files = files;
		this.dismissals = dismissals;
		this.authority = authority;
		this.events = events;
		this.clock = clock;
	}

	/** Whether the person who asks may accept and dismiss. */
	public boolean allowed() {
		return this.authority.has(Permission.MANAGE_RUNBOOKS);
	}

	/**
	 * What a document says that the file does not, by line, without what was dismissed.
	 */
	public List<Proposal> of(Runbook book) {
		this.authority.require(Permission.VIEW);
		List<Entry> entries = new FactEntries(book.id().file()).of(Facts.of(Outline.read(new Source(book.lines()))));
		if (entries.isEmpty()) {
			return List.of();
		}
		Content content = this.files.read(book.id().system());
		Set<String> dismissed = this.dismissals.of(book.id().system());
		List<Proposal> proposals = new ArrayList<>();
		entries.forEach((entry) -> proposal(entry, content).filter((made) -> !dismissed.contains(made.fingerprint()))
			.filter((made) -> proposals.stream().noneMatch((other) -> other.fingerprint().equals(made.fingerprint())))
			.ifPresent(proposals::add));
		return proposals;
	}

	private static Optional<Proposal> proposal(Entry entry, Content content) {
		List<Map<String, String>> present = content.of(entry.list());
		int index = 0;
		while (index < present.size() && !entry.names(present.get(index))) {
			index++;
		}
		Map<String, String> says = new LinkedHashMap<>();
		entry.fields().forEach((key, value) -> {
			if (!key.equals("origin")) {
				says.put(key, value.toString());
			}
		});
		String fingerprint = CanonicalJson.fingerprint(Map.of("list", entry.list(), "says", says));
		String title = String.valueOf(entry.fields().get(entry.naming().getFirst()));
		String kind = KINDS.getOrDefault(entry.list(), entry.list());
		if (index == present.size()) {
			Change change = SeverityOrder.place(entry, present)
				.map((place) -> new Change(entry.list(), (place < present.size()) ? place : null, true, entry.fields()))
				.orElse(null);
			String trouble = (entry.trouble() != null) ? entry.trouble()
					: (change == null) ? SeverityOrder.TAKEN : null;
			return Optional.of(new Proposal(fingerprint, kind, title, says, Map.of(), entry.line(),
					(trouble == null) ? change : null, trouble, content.version()));
		}
		return difference(entry, present.get(index), index, content).map((change) -> {
			Map<String, String> differs = new LinkedHashMap<>();
			Map<String, String> now = present.get(entryIndex(change));
			change.fields()
				.keySet()
				.stream()
				.filter((key) -> !key.equals("origin"))
				.forEach((key) -> differs.put(key, now.getOrDefault(key, "nothing")));
			return new Proposal(fingerprint, kind, title, says, differs, entry.line(),
					(entry.trouble() == null) ? change : null, entry.trouble(), content.version());
		});
	}

	private static int entryIndex(Change change) {
		return (change.index() != null) ? change.index() : 0;
	}

	/**
	 * Which fields the document says otherwise; words that only describe do not count.
	 */
	private static Optional<Change> difference(Entry entry, Map<String, String> present, int index, Content content) {
		Map<String, Object> other = new LinkedHashMap<>();
		entry.fields().forEach((key, value) -> {
			boolean described = Set.of("meaning", "rank", "origin").contains(key) || entry.naming().contains(key);
			if (!described && !value.toString().replace(" ", "").equals(said(entry, key, present, content))) {
				other.put(key, value);
			}
		});
		if (other.isEmpty()) {
			return Optional.empty();
		}
		if (entry.fields().containsKey("origin") && present.containsKey("origin")) {
			other.put("origin", entry.fields().get("origin"));
		}
		return Optional.of(new Change(entry.list(), index, false, other));
	}

	/** A metric's limits may stand in entries of their own. */
	private static String said(Entry entry, String key, Map<String, String> present, Content content) {
		String own = present.get(key);
		return ((own != null) ? own
				: content.of(entry.list())
					.stream()
					.filter(entry::names)
					.map((twin) -> twin.get(key))
					.filter((value) -> value != null)
					.findFirst()
					.orElse(""))
			.replace(" ", "");
	}

	/**
	 * Writes one into the system's file.
	 * @throws Problem when the person may not, the file was changed meanwhile, or would
	 * not be right
	 */
	public void accept(Runbook book, Proposal proposal) {
		Actor actor = this.authority.require(Permission.MANAGE_RUNBOOKS);
		Change change = proposal.change();
		if (change == null) {
			throw new Problem(Category.NOT_UNDERSTOOD, proposal.title() + " cannot be written into system.yaml: "
					+ proposal.trouble() + " Write it by hand, or dismiss it.");
		}
		SystemId system = book.id().system();
		Map<String, String> details = new LinkedHashMap<>(proposal.says());
		details.put("what", proposal.kind() + " " + proposal.title());
		details.put("from", book.id().file() + ":" + proposal.line());
		proposal.differs().forEach((key, value) -> details.put(key + " was", value));
		this.events.publishEvent(new RunbookEvent(actor, "proposal.accept", system, "INTENDED", details));
		try {
			this.files.change(system, proposal.version(), change);
		}
		catch (Problem problem) {
			this.events.publishEvent(new RunbookEvent(actor, "proposal.accept", system, "FAILED",
					Map.of("why", String.valueOf(problem.getMessage()))));
			throw problem;
		}
		this.events.publishEvent(new RunbookEvent(actor, "proposal.accept", system, "SUCCEEDED",
				Map.of("what", proposal.kind() + " " + proposal.title())));
	}

	/**
	 * Remembers that nobody wants it. It comes back when the document says something
	 * else.
	 * @throws Problem when the person may not, or it cannot be recorded
	 */
	public void dismiss(Runbook book, Proposal proposal) {
		Actor actor = this.authority.require(Permission.MANAGE_RUNBOOKS);
		String what = proposal.kind() + " " + proposal.title() + " " + proposal.says();
		this.events.publishEvent(new RunbookEvent(actor, "proposal.dismiss", book.id().system(), "SUCCEEDED",
				Map.of("what", what, "from", book.id().file() + ":" + proposal.line())));
		this.dismissals.add(book.id().system(), proposal.fingerprint(), what, actor, this.clock.instant());
	}

}

package io.watchfloor.runbook.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.watchfloor.runbook.document.Block;
import io.watchfloor.runbook.document.Block.Heading;
import io.watchfloor.runbook.document.Block.Items;
import io.watchfloor.runbook.document.Block.Row;
import io.watchfloor.runbook.document.Block.Table;
import io.watchfloor.runbook.document.Plain;
import org.jspecify.annotations.Nullable;

/** Finds the facts of a document. What a table's header does not say is not guessed. */
public final class Facts {

	private static final Pattern OPEN = Pattern
		.compile("(?i).*(\\[[^\\]]*]|<[^>]*>|x{3,}|tbd|todo|\\?\\?|your[ _-]|n/a|example\\.com|\\bname\\b).*|-*|—");

	private static final Pattern CONTACTS = Pattern
		.compile("(?i).*(contact|on-?call|escalation (path|contact|chain)|who to call).*");

	private static final Pattern PERSON = Pattern.compile("([^:]{2,60}?)\\s*:\\s+(\\S.*)");

	private final List<Fact> facts = new ArrayList<>();

	private Facts() {
	}

	/** Reads all blocks. */
	public static List<Fact> of(List<Block> blocks) {
		Facts facts = new Facts();
		String heading = "";
		for (Block block : blocks) {
			switch (block) {
				case Heading title -> heading = Plain.text(title.text());
				case Table table -> facts.table(table);
				case Items list -> facts.list(list, heading);
				case Block other -> {
				}
			}
		}
		return List.copyOf(facts.facts);
	}

	private void table(Table table) {
		if (table.rows().size() < 2) {
			return;
		}
		Columns columns = new Columns(table.rows().getFirst().cells().stream().map(Plain::name).toList());
		for (Row row : table.rows().subList(1, table.rows().size())) {
			List<String> cells = row.cells().stream().map(Plain::text).toList();
			columns.fact(cells, row.line()).ifPresent(this::add);
		}
	}

	/** One row for each level of a metric makes one fact. */
	private void add(Fact fact) {
		Fact last = this.facts.isEmpty() ? null : this.facts.getLast();
		if (fact instanceof Fact.Limit next && last instanceof Fact.Limit before
				&& before.metric().equals(next.metric()) && before.critical() == null && next.warning() == null) {
			this.facts.set(this.facts.size() - 1,
					new Fact.Limit(before.metric(), before.warning(), next.critical(), before.line()));
		}
		else {
			this.facts.add(fact);
		}
	}

	/** "On call: Ada, +49 …" below a heading that names contacts. */
	private void list(Items list, String heading) {
		if (!CONTACTS.matcher(heading).matches()) {
			return;
		}
		for (Block.Item item : list.items()) {
			Matcher person = PERSON.matcher(Plain.text(item.text()));
			if (person.matches() && !item.checkbox()) {
				this.facts.add(new Fact.Contact(person.group(1), null, filled(person.group(2)), item.own().first()));
			}
		}
	}

	static @Nullable String filled(@Nullable String text) {
		return (text == null || text.isBlank() || OPEN.matcher(text.toLowerCase(Locale.ROOT)).matches()) ? null : text;
	}

	/** Which column holds what, by the header. */
	private static final class Columns {

		private final List<String> header;

		private final Map<String, Integer> found = new HashMap<>();

		Columns(List<String> header) {
			this.header = header;
		}

		Optional<Fact> fact(List<String> cells, int line) {
			String first = cell(cells, 0);
			if (first == null || first.isBlank()) {
				return Optional.empty();
			}
			if (this.header.getFirst().matches("severity( level)?|level|priority")
					&& find("(response|respond|acknowledge).*|sla") > 0) {
				return Optional.of(new Fact.Severity(first.replaceAll("\\s*[-–—(:].*", "").strip(),
						meaning(first, cells), cell(cells, find("(response|respond|acknowledge).*|sla")), line));
			}
			if (this.header.getFirst().matches("metric|alert|measure|indicator") && find("warning.*|critical.*") > 0) {
				return Optional
					.of(new Fact.Limit(first, cell(cells, find("warning.*")), cell(cells, find("critical.*")), line));
			}
			if (this.header.getFirst().matches("metric|alert|measure|indicator") && find("threshold|limit") > 0) {
				String limit = cell(cells, find("threshold|limit"));
				String level = String.valueOf(cell(cells, find("severity|level|action|priority")))
					.toLowerCase(Locale.ROOT);
				return Optional.of(level.startsWith("crit") ? new Fact.Limit(first, null, limit, line)
						: new Fact.Limit(first, limit, null, line));
			}
			return other(first, cells, line);
		}

		private Optional<Fact> other(String first, List<String> cells, int line) {
			if (this.header.getFirst().matches("task|job|maintenance( task)?|activity")
					&& find("frequency|schedule|every|interval|when") > 0) {
				return Optional.of(new Fact.Task(first,
						String.valueOf(cell(cells, find("frequency|schedule|every|interval|when"))),
						cell(cells, find("time|at|day|schedule|when|window")),
						cell(cells, find("duration|takes|estimated.*")), line));
			}
			if (find("rto.*|recovery time.*") > 0) {
				return Optional.of(new Fact.Recovery(first, cell(cells, find("rto.*|recovery time.*")),
						cell(cells, find("rpo.*|recovery point.*")), line));
			}
			int reach = find("(contact|phone|reach|slack|e-?mail|number|pager)s?( .*)?|contact (info|method|details)");
			if (this.header.getFirst().matches("role|contact|team|name|person|level|service|vendor") && reach > 0) {
				return Optional.of(new Fact.Contact(first, filled(cell(cells, find("name|person|who"))),
						filled(cell(cells, reach)), line));
			}
			return Optional.empty();
		}

		private String meaning(String first, List<String> cells) {
			String meaning = cell(cells, find("(definition|description|meaning|impact|criteria|examples?).*"));
			return (meaning != null) ? meaning : first;
		}

		private int find(String names) {
			return this.found.computeIfAbsent(names, (_) -> {
				Predicate<String> named = Pattern.compile(names).asMatchPredicate();
				return IntStream.range(1, this.header.size())
					.filter((column) -> named.test(this.header.get(column)))
					.findFirst()
					.orElse(-1);
			});
		}

		private static @Nullable String cell(List<String> cells, int column) {
			return (column < 0 || column >= cells.size() || cells.get(column).isBlank()) ? null : cells.get(column);
		}

	}

}

package io.watchfloor.action.aws.sqs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.RunContext;

/**
 * What became of each message, by its id: written before it is sent, before it is
 * deleted, and after.
 */
final class MoveLedger {

	private static final String SENDING = "sending";

	private static final String COPIED = "copied";

	private static final String DELETED = "deleted";

	private final Set<String> sent = new LinkedHashSet<>();

	private final Map<String, String> copies = new LinkedHashMap<>();

	private final Set<String> deleted = new LinkedHashSet<>();

	/** Reads what an interrupted attempt kept. */
	static MoveLedger of(List<String> kept) {
		MoveLedger ledger = new MoveLedger();
		kept.forEach((line) -> {
			List<String> words = Arrays.asList(line.split(" "));
			List<String> ids = words.subList(1, words.size());
			switch (words.getFirst()) {
				case SENDING -> ledger.sent.addAll(ids);
				case COPIED -> ids.forEach((pair) -> ledger.copy(pair.split("=", 2)));
				case DELETED -> ledger.deleted.addAll(ids);
				default -> {
					// a line for people
				}
			}
		});
		return ledger;
	}

	private void copy(String[] pair) {
		this.copies.put(pair[0], (pair.length > 1) ? pair[1] : "");
	}

	/** Before a batch goes out. */
	void sending(List<String> ids, RunContext context) {
		this.sent.addAll(ids);
		context.keep(SENDING + " " + String.join(" ", ids));
	}

	/** Before what was copied is deleted. */
	void copied(Map<String, String> copies, RunContext context) {
		this.copies.putAll(copies);
		context.keep(COPIED + " " + String.join(" ",
				copies.entrySet().stream().map((copy) -> copy.getKey() + "=" + copy.getValue()).toList()));
	}

	/** After it was deleted. */
	void deleted(List<String> ids, RunContext context) {
		this.deleted.addAll(ids);
		context.keep(DELETED + " " + String.join(" ", ids));
	}

	/** Whether a message is the copy of one that was moved already. */
	boolean cameBack(String id) {
		return this.copies.containsValue(id);
	}

	int moved() {
		return this.deleted.size();
	}

	boolean untouched() {
		return this.sent.isEmpty();
	}

	/** Whether every message that was sent was also copied and deleted. */
	boolean whole() {
		return this.deleted.containsAll(this.sent);
	}

	/** Copied, and perhaps still where it was: what may be there twice. */
	List<String> twice() {
		return this.copies.entrySet()
			.stream()
			.filter((copy) -> !this.deleted.contains(copy.getKey()))
			.map((copy) -> copy.getKey() + " (its copy: " + copy.getValue() + ")")
			.toList();
	}

	/** Sent, and nobody knows whether it was accepted. */
	List<String> open() {
		return this.sent.stream().filter((id) -> !this.copies.containsKey(id) && !this.deleted.contains(id)).toList();
	}

	/** "12 moved; perhaps there twice: …". */
	String words() {
		StringBuilder words = new StringBuilder(moved() + " moved");
		if (!twice().isEmpty()) {
			words.append("; copied but perhaps not deleted, so perhaps there twice: ")
				.append(String.join(", ", twice()));
		}
		if (!open().isEmpty()) {
			words.append("; sent without an answer, so perhaps there twice: ").append(String.join(", ", open()));
		}
		return words.toString();
	}

}

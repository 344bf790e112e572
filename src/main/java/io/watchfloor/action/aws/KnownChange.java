package io.watchfloor.action.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.line.JsonText;
import org.jspecify.annotations.Nullable;

/** Plans, verifies and probes a call by what is known of its properties. */
final class KnownChange {

	static final String UNDO = "undo";

	static final String UNDO_OPERATION = "undo operation";

	private static final String IS = "is.";

	private static final Duration WITHIN = Duration.ofMinutes(2);

	private final CallKnowledge knowledge;

	private final AwsChange call;

	private final AwsSession session;

	KnownChange(CallKnowledge knowledge, AwsChange call, AwsSession session) {
		this.knowledge = knowledge;
		this.call = call;
		this.session = session;
	}

	Plan plan(ChangePlan words, Instant at) {
		SortedMap<String, String> now = this.knowledge.now(this.call, this.session);
		SortedMap<String, String> after = this.knowledge.after(this.call, now);
		PlanDraft draft = new PlanDraft().call(words.call().text())
			.effect("Region " + this.session.region(this.call.region()))
			.doneWhen("the service shows the new values", WITHIN);
		now.forEach((name, value) -> draft.mark(IS + name, value));
		changes(now, after, draft);
		words.warnings().forEach(draft::warning);
		Optional<AwsChange> undo = this.knowledge.undo(this.call, now);
		undo.ifPresent(
				(back) -> draft.mark(UNDO, JsonText.write(back.parameters())).mark(UNDO_OPERATION, back.operation()));
		draft.undo(undo.map((back) -> "Put the old values back: " + back.commandLine())
			.orElse("None: no call is known that puts exactly the old state back."));
		this.knowledge.note(this.call, now, this.session, draft);
		return draft.plan(at);
	}

	private static void changes(SortedMap<String, String> now, SortedMap<String, String> after, PlanDraft draft) {
		Set<String> names = new TreeSet<>(now.keySet());
		names.addAll(after.keySet());
		boolean any = false;
		for (String name : names) {
			@Nullable String is = now.get(name);
			@Nullable String will = after.get(name);
			if (!String.valueOf(is).equals(String.valueOf(will))) {
				draft.change(name, is, will);
				any = true;
			}
		}
		if (!any) {
			draft.warn("Everything that the call sets is so already.").untold("a person has looked: it was so before");
		}
	}

	private static SortedMap<String, String> before(Plan plan) {
		SortedMap<String, String> before = new TreeMap<>();
		plan.markers().forEach((name, value) -> {
			if (name.startsWith(IS)) {
				before.put(name.substring(IS.length()), value);
			}
		});
		return before;
	}

	Verification verify(Plan plan) {
		SortedMap<String, String> now = this.knowledge.now(this.call, this.session);
		return plan.changes().isEmpty() ? Verification.unknown("it was so before: " + now)
				: Verification.when(now.equals(this.knowledge.after(this.call, before(plan))), now.toString());
	}

	Settlement probe(Plan plan) {
		SortedMap<String, String> now = this.knowledge.now(this.call, this.session);
		SortedMap<String, String> before = before(plan);
		Settlement.Finding finding = plan.changes().isEmpty() ? Settlement.Finding.CANNOT_TELL
				: now.equals(this.knowledge.after(this.call, before)) ? Settlement.Finding.HAPPENED
						: now.equals(before) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, now.toString());
	}

}

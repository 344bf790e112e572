package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes one call; what it changes is read back where the service can tell. */
@Component
class AwsChangeHandler extends SessionChange<AwsChange, AwsSession> {

	private final List<CallKnowledge> knowledge;

	@Autowired
	AwsChangeHandler(AwsSessions sessions, List<CallKnowledge> knowledge, Clock clock) {
		super(sessions, clock);
		this.knowledge = List.copyOf(knowledge);
	}

	/** Knows what the describe calls tell and no more. */
	AwsChangeHandler(AwsSessions sessions, Clock clock) {
		this(sessions, List.of(), clock);
	}

	private Optional<KnownChange> known(AwsChange action, AwsSession session) {
		return this.knowledge.stream()
			.filter((each) -> each.knows(action))
			.findFirst()
			.map((each) -> new KnownChange(each, action, session));
	}

	@Override
	public ActionType<AwsChange> type() {
		return new ActionType<>("aws.change", AwsChange.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(AwsChange action, AwsSession session, Instant at) {
		ChangePlan plan = new ChangePlan(action, session);
		Optional<KnownChange> known = known(action, session);
		if (known.isPresent()) {
			return known.get().plan(plan, at);
		}
		return Twins.of(action.service(), action.operation())
			.map((twin) -> plan.of(twin, CurrentState.of(twin, action, session), at))
			.orElseGet(() -> plan.blind(at));
	}

	@Override
	protected Outcome execute(AwsChange action, Plan plan, AwsSession session, RunContext context) {
		context.making(new ChangePlan(action, session).call());
		try {
			Map<String, Object> answer = Secrecy.hide(action.service(),
					session.call(action.service(), action.operation(), action.parameters(), action.region()));
			Object shown = action.query().isEmpty() ? answer : Query.find(action.query(), answer);
			context.output(action.output().equals("text") ? TextOutput.of(shown) : AnswerReading.json(shown));
			return new Outcome.Succeeded("AWS accepted " + action.service() + " " + action.operation() + ".", Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	@Override
	protected Verification verify(AwsChange action, Plan plan, AwsSession session) {
		return known(action, session).map((known) -> known.verify(plan))
			.or(() -> Twins.of(action.service(), action.operation())
				.map((twin) -> new ChangeCheck(action, twin, session).verify(plan)))
			.orElseGet(() -> Verification.unknown(ChangePlan.UNTOLD));
	}

	@Override
	protected Settlement probe(AwsChange action, Plan plan, AwsSession session) {
		return known(action, session).map((known) -> known.probe(plan))
			.or(() -> Twins.of(action.service(), action.operation())
				.map((twin) -> new ChangeCheck(action, twin, session).probe(plan)))
			.orElseGet(() -> new Settlement(Settlement.Finding.CANNOT_TELL,
					"The service does not tell whether it got the call"));
	}

	@Override
	public Optional<Action> undo(AwsChange action, Plan plan) {
		String parameters = plan.markers().get(KnownChange.UNDO);
		if (parameters == null) {
			return Optional.empty();
		}
		String operation = plan.markers()
			.getOrDefault(KnownChange.UNDO_OPERATION,
					Twin.opposite(action.service(), action.operation()).orElse(action.operation()));
		return Optional.of(new AwsChange(action.service(), operation, Trees.copy(JsonText.structure(parameters)),
				action.region(), "", action.output()));
	}

}

package io.watchfloor.action;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Knows every connector by the beans that its folder contributes. */
@Component
class ActionRegistry implements Actions {

	private final Map<Class<?>, ActionHandler<?>> handlers;

	private final ActionJson json;

	private final CommandLines commandLines;

	private final Knowledge knowledge;

	private final Redaction redaction;

	private final Clock clock;

	ActionRegistry(List<ActionHandler<?>> handlers, List<ActionReader> readers, List<CommandUnwrapper> unwrappers,
			List<ManualCommands> manual, Knowledge knowledge, Secrets secrets, Clock clock) {
		this.handlers = handlers.stream()
			.collect(Collectors.toUnmodifiableMap((handler) -> handler.type().type(), Function.identity()));
		this.json = new ActionJson(handlers.stream().<ActionType<?>>map(ActionHandler::type).toList());
		this.commandLines = new CommandLines(readers, unwrappers, manual);
		this.knowledge = knowledge;
		this.redaction = new Redaction(secrets);
		this.clock = clock;
	}

	@Override
	public ActionType<?> type(Action action) {
		return handler(action).type();
	}

	@Override
	public String write(Action action) {
		return this.json.write(type(action), action);
	}

	@Override
	public Action read(String text) {
		return this.json.read(text);
	}

	@Override
	public Understanding<ActionCall> understand(Pipeline pipeline) {
		return Unbroken.understanding(() -> this.commandLines.read(pipeline));
	}

	@Override
	public Understanding<ActionCall> understand(String language, String text) {
		return Unbroken.understanding(() -> this.knowledge.read(language, text));
	}

	@Override
	public List<String> suggest(Action action, String parameter, Target target) {
		return this.knowledge.suggest(type(action), action, parameter, target);
	}

	@Override
	public List<Finding> findings(CommandLine line) {
		return this.knowledge.findings(line);
	}

	@Override
	public List<Rule> rules() {
		return this.knowledge.rules();
	}

	@Override
	public List<Target> candidates(ActionCall call, Environment environment) {
		String kind = type(call.action()).targetKind();
		List<Target> ofKind = environment.targets().stream().filter((target) -> target.kind().equals(kind)).toList();
		return new TargetMatch(call.hint()).best(ofKind);
	}

	@Override
	public Reading read(Action action, Target target, RunContext context) {
		return read(action, Filters.NONE, target, context);
	}

	@Override
	public Reading read(Action action, Filters filters, Target target, RunContext context) {
		String source = action.commandLine() + " at " + target.id();
		try {
			demandKind(action, target);
			Reading whole = this.redaction.of(reads(action).read(action, target, context));
			return this.redaction.of(Filtering.apply(filters, whole));
		}
		catch (Problem problem) {
			return this.redaction
				.of(Reading.unknown(String.valueOf(problem.getMessage()), source, this.clock.instant()));
		}
	}

	@Override
	public Preview preview(Action action, Target target) {
		demandKind(action, target);
		Plan plan = this.redaction.of(changes(action).plan(action, target));
		return new Preview(plan, fingerprint(action, target, plan));
	}

	@Override
	public ChangeHandler<Action> changes(Action action) {
		if (handler(action) instanceof ChangeHandler<?> changes) {
			@SuppressWarnings("unchecked") // the map's key is the handler's own type
			ChangeHandler<Action> typed = (ChangeHandler<Action>) changes;
			return new GuardedChanges(typed);
		}
		throw new IllegalArgumentException(type(action).id() + " only reads; it has no plan");
	}

	private ReadHandler<Action> reads(Action action) {
		if (handler(action) instanceof ReadHandler<?> reads) {
			@SuppressWarnings("unchecked") // the map's key is the handler's own type
			ReadHandler<Action> typed = (ReadHandler<Action>) reads;
			return typed;
		}
		throw new IllegalArgumentException(type(action).id() + " changes something; it needs a plan and a run");
	}

	private ActionHandler<?> handler(Action action) {
		ActionHandler<?> handler = this.handlers.get(action.getClass());
		if (handler == null) {
			throw new IllegalArgumentException("no connector handles " + action.getClass().getName());
		}
		return handler;
	}

	private void demandKind(Action action, Target target) {
		ActionType<?> type = type(action);
		if (!type.targetKind().equals(target.kind())) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					type.id() + " needs a target of kind " + type.targetKind() + ", and " + target.id() + " is of kind "
							+ target.kind() + ". Choose another target.");
		}
	}

	private String fingerprint(Action action, Target target, Plan plan) {
		Map<String, Object> subject = new LinkedHashMap<>();
		subject.put("action", this.json.canonical(type(action), action));
		subject.put("target", target.id().toString());
		subject.put("kind", target.kind());
		subject.put("settings", target.settings());
		subject.put("markers", plan.markers());
		return CanonicalJson.fingerprint(subject);
	}

}

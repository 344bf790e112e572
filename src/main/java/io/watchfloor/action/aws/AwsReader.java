package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.action.aws.line.AwsLine;
import io.watchfloor.action.aws.line.Commands;
import io.watchfloor.action.aws.line.Globals;
import io.watchfloor.action.aws.model.Waiter;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Risk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads {@code aws SERVICE OPERATION} for every operation of the bundled services. */
@Component
class AwsReader extends StrictReader {

	private static final String SECRET = "--secret-string";

	private final List<TypedCall> typed;

	private final List<SecretCall> secrets;

	@Autowired
	AwsReader(List<TypedCall> typed, List<SecretCall> secrets) {
		this.typed = typed;
		this.secrets = secrets;
	}

	/** Knows calls only. */
	AwsReader() {
		this(List.of(), List.of());
	}

	@Override
	public Set<String> tools() {
		return Set.of("aws");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		if (pipeline.stages().size() > 1) {
			throw notUnderstood("aws: what stands after the bar is not understood.");
		}
		Optional<ActionCall> secret = secret(pipeline.stages().getFirst());
		if (secret.isPresent()) {
			return secret.get();
		}
		Commands commands = Commands.of(pipeline.stages().getFirst());
		if (commands.command().equals("wait")) {
			return waiting(commands);
		}
		if (commands.service().equals("logs") && commands.command().equals("tail")) {
			TailLine line = TailLine.read(commands);
			return new ActionCall(line.action(), hint(line.globals()));
		}
		if (commands.service().equals("s3")) {
			S3Line line = S3Line.read(commands);
			return new ActionCall(line.action(), hint(line.globals()));
		}
		AwsLine line = commands.operation();
		return new ActionCall(action(line, commands.arguments()), hint(line.globals()));
	}

	/** A call that sets a secret, read without what it would be set to. */
	private Optional<ActionCall> secret(SimpleCommand stage) {
		List<Word> words = new ArrayList<>(stage.words());
		List<Optional<String>> literals = words.stream().map(Word::literal).toList();
		int at = literals.indexOf(Optional.of(SECRET));
		boolean one = !this.secrets.isEmpty() && at > 0 && at == literals.lastIndexOf(Optional.of(SECRET))
				&& at + 1 < words.size() && !words.get(at + 1).source().startsWith("-")
				&& words.get(1).literal().equals(Optional.of("secretsmanager"));
		if (!one) {
			return Optional.empty();
		}
		Word value = words.remove(at + 1);
		words.remove(at);
		Commands commands = Commands.of(new SimpleCommand(stage.assignments(), words, stage.redirections()));
		AwsLine line = commands.operation();
		if (!line.files().isEmpty() || line.operation().facts().risk() == Risk.READ) {
			return Optional.empty();
		}
		Globals globals = line.globals();
		AwsChange call = new AwsChange(line.operation().service(), line.operation().cliName(), line.parameters(),
				globals.region(), globals.query(), globals.output().equals("text") ? "text" : "json");
		try {
			return this.secrets.stream()
				.map((known) -> known.of(call, value))
				.flatMap(Optional::stream)
				.findFirst()
				.map((action) -> new ActionCall(action, hint(globals)));
		}
		catch (IllegalArgumentException refused) {
			throw commands.arguments().problem(refused.getMessage() + ".");
		}
	}

	private static ActionCall waiting(Commands commands) {
		Map.Entry<Waiter, AwsLine> condition = commands.waiter();
		AwsLine line = condition.getValue();
		return new ActionCall(
				new AwsWait(commands.service(), condition.getKey().name(), line.parameters(), line.globals().region()),
				hint(line.globals()));
	}

	private Action action(AwsLine line, Arguments arguments) {
		String service = line.operation().service();
		String operation = line.operation().cliName();
		Secrecy.handsOut(service, operation).ifPresent((what) -> {
			throw arguments.problem(service + " " + operation + " hands out " + what + ", which is never shown here.");
		});
		Secrecy.carried(service, operation, line.parameters()).ifPresent((name) -> {
			throw arguments
				.problem("the secret " + name + " stands on the command line; set it where nobody reads along.");
		});
		Globals globals = line.globals();
		try {
			if (!line.files().isEmpty()) {
				return fromFiles(line, arguments);
			}
			if (!globals.query().isEmpty()) {
				Query.demand(globals.query());
			}
			String output = globals.output().equals("text") ? "text" : "json";
			if (line.operation().facts().risk() == Risk.READ) {
				return new AwsRead(service, operation, line.parameters(), globals.region(), globals.query(), output,
						line.maxItems(), globals.paginate());
			}
			return change(
					new AwsChange(service, operation, line.parameters(), globals.region(), globals.query(), output));
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private static Action fromFiles(AwsLine line, Arguments arguments) {
		Globals globals = line.globals();
		if (!globals.query().isEmpty() || globals.output().equals("text")) {
			throw arguments.problem("beside a file, what is shown of the answer is not understood.");
		}
		return new AwsFromFiles(line.operation().service(), line.operation().cliName(), line.parameters(), line.files(),
				globals.region());
	}

	/** What of the answer the line wanted shown, only the call as it is can show. */
	private Action change(AwsChange call) {
		Stream<TypedCall> asked = (call.query().isEmpty() && call.output().equals("json")) ? this.typed.stream()
				: Stream.empty();
		return asked.map((known) -> known.of(call)).flatMap(Optional::stream).findFirst().orElse(call);
	}

	/** A profile names an account; a region does not. */
	private static TargetHint hint(Globals globals) {
		return globals.profile().isEmpty() ? new TargetHint.Unnamed() : new TargetHint.Written(globals.profile());
	}

}

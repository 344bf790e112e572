package io.watchfloor.action.aws.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.aws.model.CliNames;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Waiter;
import io.watchfloor.command.SimpleCommand;

/**
 * Splits a line into service, command and the rest. The environment's region and profile
 * ({@code AWS_REGION=… aws …}) count as the flags.
 */
public final class Commands {

	private static final Map<String, String> VARIABLES = Map.of("AWS_REGION", "region", "AWS_DEFAULT_REGION", "region",
			"AWS_PROFILE", "profile", "AWS_DEFAULT_PROFILE", "profile", "AWS_PAGER", "no-cli-pager");

	private final Arguments arguments;

	private final String service;

	private final String command;

	private final Globals globals;

	private Commands(Arguments arguments, Globals before) {
		this.arguments = arguments;
		Globals taken = before;
		List<String> names = new ArrayList<>();
		while (names.size() < 2) {
			String word = arguments.nextLiteral(names.isEmpty() ? "the service" : "the operation");
			if (word.startsWith("--")) {
				taken = global(word, taken);
			}
			else {
				names.add(word);
			}
		}
		this.service = names.get(0);
		this.command = names.get(1);
		this.globals = taken;
	}

	/**
	 * Takes a flag that every command has.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD} when it
	 * is none
	 */
	public Globals global(String word, Globals before) {
		int equals = word.indexOf('=');
		String flag = word.substring(2, (equals < 0) ? word.length() : equals);
		Optional<String> attached = (equals < 0) ? Optional.empty() : Optional.of(word.substring(equals + 1));
		return GlobalFlags.take(before, flag, attached, this.arguments)
			.orElseThrow(() -> this.arguments.problem("the flag --" + flag + " is not known here."));
	}

	/**
	 * Takes service and command.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD}
	 */
	public static Commands of(SimpleCommand stage) {
		Globals globals = Globals.NONE;
		List<SimpleCommand.Assignment> others = new ArrayList<>();
		for (SimpleCommand.Assignment assignment : stage.assignments()) {
			String flag = VARIABLES.get(assignment.name());
			Optional<String> value = assignment.value().literal();
			if (flag == null || value.isEmpty()) {
				others.add(assignment);
			}
			else {
				globals = globals.with(flag, value.get());
			}
		}
		SimpleCommand rest = new SimpleCommand(others, stage.words(), stage.redirections());
		return new Commands(Arguments.of(rest, Set.of()), globals);
	}

	/** The words, of which service and command are taken. */
	public Arguments arguments() {
		return this.arguments;
	}

	/** The service, as it is written. */
	public String service() {
		return this.service;
	}

	/** What stands behind the service. */
	public String command() {
		return this.command;
	}

	/** What stands before them. */
	public Globals globals() {
		return this.globals;
	}

	/** Reads the rest as a call of the API. */
	public AwsLine operation() {
		ServiceModel model = ServiceModel.named(this.service)
			.orElseThrow(() -> this.arguments.problem("the service '" + this.service + "' is not known here."));
		Operation operation = model.operation(this.command).orElseThrow(() -> this.arguments.problem(reason()));
		AwsLine line = new LineReader(operation, this.globals, this.arguments).read();
		int files = CliNames.takesFile(this.service, this.command) ? 1 : 0;
		if (line.words().size() > files) {
			throw this.arguments.problem("'" + line.words().get(files) + "' is not understood.");
		}
		if (line.words().size() < files) {
			throw this.arguments.problem("the file for the answer is missing.");
		}
		return line;
	}

	/**
	 * Reads the rest as a condition to wait for: {@code aws ecs wait services-stable …}.
	 * @return which condition, and the call that is asked for it
	 */
	public Map.Entry<Waiter, AwsLine> waiter() {
		String name = this.arguments.nextLiteral("the condition to wait for");
		Waiter waiter = ServiceModel.named(this.service)
			.flatMap((model) -> Waiter.named(model, name))
			.orElseThrow(() -> this.arguments
				.problem("there is nothing '" + name + "' to wait for in " + this.service + "."));
		AwsLine line = new LineReader(waiter.operation(), this.globals, this.arguments).read();
		if (!line.words().isEmpty() || line.maxItems() >= 0 || !line.files().isEmpty()) {
			throw this.arguments.problem("more than the parameters of the condition is not understood.");
		}
		return Map.entry(waiter, line);
	}

	private String reason() {
		return NotCalls.reason(this.service, this.command)
			.orElse("there is no operation '" + this.command + "' of " + this.service + ".");
	}

}

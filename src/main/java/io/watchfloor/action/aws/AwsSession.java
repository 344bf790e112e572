package io.watchfloor.action.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.watchfloor.action.Session;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.action.aws.model.Answers;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Waiter;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;

/** Calls to one account and region. Through one for looking nothing but READ calls go. */
public final class AwsSession implements Session {

	private final AwsClients clients;

	private final Target target;

	private final boolean changing;

	private final Instant now;

	AwsSession(AwsClients clients, Target target, boolean changing, Instant now) {
		this.clients = clients;
		this.target = target;
		this.changing = changing;
		this.now = now;
	}

	/**
	 * Makes a call and hands over its answer by names.
	 * @param region where to; empty for the target's own
	 * @throws Problem when it is refused or gets no answer
	 */
	public Told ask(String service, String name, Map<String, Object> parameters, String region) {
		return new Told(call(service, name, parameters, region));
	}

	/**
	 * Works with the SDK's own client, for what must go through unchanged to the byte;
	 * only where changes are allowed.
	 * @param what is done, for messages: "sqs move"
	 * @throws Problem when it is refused or gets no answer
	 */
	public <C extends AwsClient, T> T with(Class<C> client, String service, String what, String region,
			Function<C, T> work) {
		if (!this.changing) {
			throw new IllegalStateException(what + " over a session for looking");
		}
		String where = region(region);
		try {
			return work.apply(client.cast(this.clients.client(this.target, service, where, true)));
		}
		catch (SdkException trouble) {
			throw AwsTrouble.of(trouble, what, "AWS in " + where);
		}
	}

	/**
	 * What a call looks like in a plan: {@code UpdateService {"service":"web"} to ecs in
	 * eu-west-1}.
	 */
	public String planned(String service, String name, Map<String, Object> parameters, String region) {
		return operation(service, name).name() + " " + JsonText.write(Secrecy.hide(service, parameters)) + " to "
				+ service + " in " + region(region);
	}

	/**
	 * Makes a call.
	 * @param region where to; empty for the target's own
	 * @return the answer as maps and lists, secrets included
	 * @throws Problem when it is refused or gets no answer
	 */
	public Map<String, Object> call(String service, String name, Map<String, Object> parameters, String region) {
		Operation operation = operation(service, name);
		if (!this.changing && operation.facts().risk() != Risk.READ) {
			throw new IllegalStateException(service + " " + name + " over a session for looking");
		}
		String where = region(region);
		try {
			AwsClient client = this.clients.client(this.target, service, where, this.changing);
			return Answers.of(operation.call(client, operation.request(checked(operation, parameters), this.now)));
		}
		catch (SdkException trouble) {
			throw AwsTrouble.of(trouble, service + " " + name, "AWS in " + where);
		}
	}

	/**
	 * Waits until a condition holds, at most so long.
	 * @return empty when it holds, else why it does not
	 */
	Optional<String> await(String service, Waiter waiter, Map<String, Object> parameters, String region,
			Duration patience) {
		String where = region(region);
		Map<String, Object> checked = checked(waiter.operation(), parameters);
		try {
			AwsClient client = this.clients.client(this.target, service, where, false);
			waiter.await(client, checked, this.now,
					WaiterOverrideConfiguration.builder().waitTimeout(patience).maxAttempts(1000).build());
			return Optional.empty();
		}
		catch (AwsServiceException trouble) {
			throw AwsTrouble.of(trouble, service + " wait " + waiter.name(), "AWS in " + where);
		}
		catch (SdkClientException trouble) {
			String message = String.valueOf(trouble.getMessage());
			if (message.contains("failure")) {
				return Optional.of("It can no longer come to hold: " + message);
			}
			if (message.contains("exceeded")) {
				return Optional.of("Not yet after " + patience.toSeconds() + " s; look again");
			}
			throw AwsTrouble.of(trouble, service + " wait " + waiter.name(), "AWS in " + where);
		}
	}

	private static Map<String, Object> checked(Operation operation, Map<String, Object> parameters) {
		try {
			return operation.check(parameters);
		}
		catch (IllegalArgumentException misshapen) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					operation.service() + " " + operation.cliName() + ": " + misshapen.getMessage() + ".", misshapen);
		}
	}

	static Operation operation(String service, String name) {
		return ServiceModel.named(service)
			.flatMap((model) -> model.operation(name))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_UNDERSTOOD, "There is no call " + service + " " + name
					+ ". It was written by another version; read the line again."));
	}

	/** The region that is meant; the target's own for an empty one. */
	public String region(String region) {
		return region.isEmpty() ? this.target.setting("region") : region;
	}

	/** Whether the target is a stand-in for AWS, at an address of its own. */
	public boolean standIn() {
		return this.target.settings().containsKey("endpoint");
	}

	Target target() {
		return this.target;
	}

	/** The target's own region. */
	String home() {
		return this.target.setting("region");
	}

	@Override
	public String address() {
		return "AWS in " + home();
	}

	@Override
	public void close() {
		// the clients are kept
	}

}

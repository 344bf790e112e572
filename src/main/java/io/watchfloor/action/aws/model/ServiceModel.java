package io.watchfloor.action.aws.model;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * One service as the SDK's client has it. Only calls that answer with a plain object are
 * operations here; those that stream a body or events are not.
 */
public final class ServiceModel {

	private static final Map<Bundled, ServiceModel> LOADED = new ConcurrentHashMap<>();

	private final String cliName;

	private final Class<? extends AwsClient> client;

	private final Map<String, Operation> operations = new TreeMap<>();

	private ServiceModel(Bundled service) {
		this.cliName = service.cliName();
		this.client = service.client();
		for (Method method : this.client.getMethods()) {
			if (isCall(method)) {
				String name = CliNames.kebab(Operation.name(method));
				Facts.of(this.cliName)
					.operation(name)
					.ifPresent((facts) -> this.operations.put(name, new Operation(this.cliName, method, facts)));
			}
		}
	}

	/** The service of that name on the command line, read from the SDK the first time. */
	public static Optional<ServiceModel> named(String cliName) {
		return Bundled.named(cliName).map((service) -> LOADED.computeIfAbsent(service, ServiceModel::new));
	}

	private static boolean isCall(Method method) {
		return method.getParameterCount() == 1 && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
				&& SdkResponse.class.isAssignableFrom(method.getReturnType());
	}

	/** As the command line names it. */
	public String cliName() {
		return this.cliName;
	}

	/** The interface of its client. */
	public Class<? extends AwsClient> client() {
		return this.client;
	}

	/** An operation by its name on the command line. */
	public Optional<Operation> operation(String name) {
		return Optional.ofNullable(this.operations.get(name));
	}

	/** All of them, by name. */
	public Collection<Operation> operations() {
		return this.operations.values();
	}

}

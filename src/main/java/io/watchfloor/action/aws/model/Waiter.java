package io.watchfloor.action.aws.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;

/**
 * A condition that the SDK can wait for: it asks one operation until the answer is as it
 * should be.
 *
 * @param name as the command line has it: {@code services-stable}
 * @param operation what it asks
 * @param factory the client's method that gives its waiters
 * @param method the one of them
 */
public record Waiter(String name, Operation operation, Method factory, Method method) {

	private static final String PREFIX = "waitUntil";

	/** A waiter of a service by its name on the command line. */
	public static Optional<Waiter> named(ServiceModel service, String name) {
		return all(service).stream().filter((waiter) -> waiter.name().equals(name)).findFirst();
	}

	/** All waiters of a service. */
	public static Collection<Waiter> all(ServiceModel service) {
		try {
			Method factory = service.client().getMethod("waiter");
			return Arrays.stream(factory.getReturnType().getMethods())
				.filter(Waiter::takesOverride)
				.flatMap((method) -> of(service, factory, method).stream())
				.toList();
		}
		catch (NoSuchMethodException none) {
			return List.of();
		}
	}

	private static boolean takesOverride(Method method) {
		return method.getName().startsWith(PREFIX) && method.getParameterCount() == 2
				&& SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
				&& method.getParameterTypes()[1].equals(WaiterOverrideConfiguration.class);
	}

	private static Optional<Waiter> of(ServiceModel service, Method factory, Method method) {
		return service.operations()
			.stream()
			.filter((operation) -> operation.takes(method.getParameterTypes()[0]))
			.findFirst()
			.map((operation) -> new Waiter(CliNames.kebab(method.getName().substring(PREFIX.length())), operation,
					factory, method));
	}

	/**
	 * Waits; comes back when the condition holds. The SDK's exceptions come out as they
	 * are.
	 */
	public void await(Object client, Map<String, Object> parameters, Instant now,
			WaiterOverrideConfiguration patience) {
		try {
			Object waiters = this.factory.invoke(client);
			this.method.invoke(waiters, this.operation.request(parameters, now), patience);
		}
		catch (InvocationTargetException failed) {
			if (failed.getCause() instanceof RuntimeException trouble) {
				throw trouble;
			}
			throw new IllegalStateException(failed.getCause());
		}
		catch (IllegalAccessException wrong) {
			throw new IllegalStateException(wrong);
		}
	}

}

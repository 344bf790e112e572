package io.watchfloor.action.aws.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** One call of a service: its names, its parameters and the client's method. */
public final class Operation {

	private final String service;

	private final Method method;

	private final Class<? extends SdkRequest> request;

	private final OperationFacts facts;

	private @Nullable Map<String, Member> members;

	Operation(String service, Method method, OperationFacts facts) {
		this.service = service;
		this.facts = facts;
		this.method = method;
		this.request = method.getParameterTypes()[0].asSubclass(SdkRequest.class);
	}

	/** As the API names it: {@code DescribeDBInstances}. */
	public String name() {
		return name(this.method);
	}

	static String name(Method method) {
		return Character.toUpperCase(method.getName().charAt(0)) + method.getName().substring(1);
	}

	/** As the command line names it: {@code describe-db-instances}. */
	public String cliName() {
		return CliNames.kebab(name());
	}

	/** The service's name on the command line. */
	public String service() {
		return this.service;
	}

	/** The parameters by the API's names, in the API's order. */
	public Map<String, Member> members() {
		Map<String, Member> known = this.members;
		if (known == null) {
			known = new Shapes(this.service).members(this.request, builder().sdkFields(), this.facts.required());
			this.members = known;
		}
		return known;
	}

	/** An empty request that can be filled. */
	public SdkPojo builder() {
		try {
			return (SdkPojo) this.request.getMethod("builder").invoke(null);
		}
		catch (ReflectiveOperationException wrong) {
			throw new IllegalStateException(this.request + " has no builder", wrong);
		}
	}

	/** Whether a request of that type is this call's. */
	boolean takes(Class<?> type) {
		return this.request.equals(type);
	}

	/** What the table of the service says. */
	public OperationFacts facts() {
		return this.facts;
	}

	/**
	 * Fills a request.
	 * @param parameters as {@link #check} gave them back
	 * @param now what times are relative to
	 */
	public SdkRequest request(Map<String, Object> parameters, Instant now) {
		return (SdkRequest) new Requests(now).build(builder(), parameters);
	}

	/**
	 * Takes parameters as JSON has them and returns them in their one spelling.
	 * @throws IllegalArgumentException which parameter is unknown, missing or misshapen
	 */
	public Map<String, Object> check(Map<String, ?> parameters) {
		return new Shape.Structure(this::members).check("", parameters);
	}

	/** As {@link #check(Map)}, for parameters of which some come later. */
	public Map<String, Object> checkPart(Map<String, ?> parameters) {
		Map<String, Object> checked = new TreeMap<>();
		parameters.forEach((name, value) -> {
			Member member = members().get(name);
			if (member == null) {
				throw new IllegalArgumentException("'" + name + "' is no parameter");
			}
			checked.put(name, member.shape().check(name, value));
		});
		return Collections.unmodifiableMap(checked);
	}

	/** Makes the call; the SDK's exceptions come out as they are. */
	public SdkPojo call(Object client, SdkRequest filled) {
		return (SdkPojo) invoke(this.method, client, filled);
	}

	static Object invoke(Method method, Object client, SdkRequest filled) {
		try {
			return method.invoke(client, filled);
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

package io.watchfloor;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.security.NotAllowed;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 6, cell by cell: every role calls every public method of every service in the
 * console's own context, and is let or refused exactly as the table
 * {@code src/test/resources/authority-matrix.txt} says. A method that the table does not
 * know fails the build. {@code -Dmatrix=write} writes down what is found, to be read line
 * by line before it is believed.
 */
@IntegrationTest
class AuthorityMatrixTests {

	private static final Path TABLE = Path.of("src", "test", "resources", "authority-matrix.txt");

	/** Not called: does not answer to people. */
	private static final String INTERNAL = "internal";

	@Autowired
	private ApplicationContext context;

	@AfterEach
	void nobodyIsSignedIn() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void everyRoleIsAnsweredByEveryServiceExactlyAsWrittenDown() throws IOException {
		Map<String, String> expected = table();
		Map<String, String> found = new TreeMap<>();
		int cells = 0;
		for (Map.Entry<String, Call> entry : calls().entrySet()) {
			boolean internal = INTERNAL.equals(expected.get(entry.getKey()));
			found.put(entry.getKey(), internal ? INTERNAL : answer(entry.getValue()));
			cells += internal ? 0 : Role.values().length + 1;
		}
		if ("write".equals(System.getProperty("matrix"))) {
			write(found);
		}
		assertThat(found.keySet()).as("methods without an entry in %s", TABLE)
			.allSatisfy((method) -> assertThat(expected).containsKey(method));
		assertThat(found).as("answers").containsExactlyInAnyOrderEntriesOf(expected);
		System.out.println("AuthorityMatrixTests: " + cells + " cells, " + found.size() + " methods");
	}

	private Map<String, Call> calls() {
		Map<String, Call> calls = new TreeMap<>();
		for (Object bean : this.context.getBeansWithAnnotation(Service.class).values()) {
			Class<?> type = AopUtils.getTargetClass(bean);
			Stream.of(type.getDeclaredMethods())
				.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
						&& !Modifier.isStatic(method.getModifiers()))
				.forEach((method) -> calls.put(name(type, method), new Call(bean, method)));
		}
		return calls;
	}

	private static String name(Class<?> type, Method method) {
		String parameters = Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", "));
		return type.getSimpleName() + "." + method.getName() + "(" + parameters + ")";
	}

	/** Whom it lets, in words: "everybody", "who is signed in", or the roles. */
	private String answer(Call call) {
		SecurityContextHolder.clearContext();
		boolean nobody = lets(call);
		List<String> roles = new ArrayList<>();
		for (Role role : Role.values()) {
			SignedIn.as(this.context, role);
			if (lets(call)) {
				roles.add(role.name().toLowerCase(java.util.Locale.ROOT));
			}
		}
		SecurityContextHolder.clearContext();
		if (nobody) {
			return (roles.size() == Role.values().length) ? "everybody" : "nobody signed in, and " + roles;
		}
		return (roles.size() == Role.values().length) ? "who is signed in"
				: roles.isEmpty() ? "nobody" : String.join(", ", roles);
	}

	private static boolean lets(Call call) {
		try {
			call.method().invoke(call.bean(), Samples.of(call.method()));
			return true;
		}
		catch (InvocationTargetException thrown) {
			return !(thrown.getCause() instanceof NotAllowed);
		}
		catch (IllegalAccessException hidden) {
			throw new AssertionError(call.method().toString(), hidden);
		}
	}

	private static Map<String, String> table() throws IOException {
		Map<String, String> table = new LinkedHashMap<>();
		if (Files.exists(TABLE)) {
			Files.readAllLines(TABLE)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.forEach((line) -> table.put(line.substring(0, line.indexOf(") ") + 1),
						line.substring(line.indexOf(") ") + 1).strip()));
		}
		return table;
	}

	private static void write(Map<String, String> found) throws IOException {
		Files.createDirectories(TABLE.getParent());
		int width = found.keySet().stream().mapToInt(String::length).max().orElse(0);
		Files.write(TABLE,
				Stream
					.concat(Stream.of("# Whom each public method of each service lets; see AuthorityMatrixTests."),
							found.entrySet()
								.stream()
								.map((line) -> ("%-" + width + "s  %s").formatted(line.getKey(), line.getValue())))
					.toList());
	}

	/** One method of one service. */
	private record Call(Object bean, Method method) {
	}

}

package io.watchfloor.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Stands between a console and its database: something can happen around each write. */
final class Interception {

	/** What happens around a write. */
	interface Around {

		/** Does the write, or not, and what else. */
		Object write(Write write) throws Throwable;

	}

	/** The write itself. */
	interface Write {

		Object go() throws Throwable;

	}

	private Interception() {
	}

	/**
	 * Connections whose commits, and whose writes that commit by themselves, go through
	 * here.
	 */
	static DataSource of(DataSource source, Around around) {
		return proxy(DataSource.class, (method, arguments) -> {
			Object result = call(source, method, arguments);
			return (result instanceof Connection connection) ? connection(connection, around) : result;
		});
	}

	private static Connection connection(Connection connection, Around around) {
		return proxy(Connection.class, (method, arguments) -> {
			if (method.getName().equals("commit")) {
				return around.write(() -> call(connection, method, arguments));
			}
			Object result = call(connection, method, arguments);
			return (result instanceof PreparedStatement statement && writes(arguments))
					? statement(connection, statement, around) : result;
		});
	}

	private static PreparedStatement statement(Connection connection, PreparedStatement statement, Around around) {
		return proxy(PreparedStatement.class, (method, arguments) -> {
			boolean commits = method.getName().startsWith("executeUpdate") || method.getName().equals("execute");
			return (commits && autoCommit(connection)) ? around.write(() -> call(statement, method, arguments))
					: call(statement, method, arguments);
		});
	}

	private static boolean writes(Object[] arguments) {
		String sql = String.valueOf(arguments[0]).stripLeading().toLowerCase(Locale.ROOT);
		return Stream.of("insert", "update", "delete", "with turn").anyMatch(sql::startsWith);
	}

	private static boolean autoCommit(Connection connection) throws SQLException {
		return connection.getAutoCommit();
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException thrown) {
			throw thrown.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, Handler handler) {
		InvocationHandler invocation = (_, method, arguments) -> handler.handle(method, arguments);
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, invocation));
	}

	private interface Handler {

		Object handle(Method method, Object[] arguments) throws Throwable;

	}

}

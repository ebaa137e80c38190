package org.jfpmonitor.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * Tells of every statement and every commit just before it is done, for whoever wants to
 * count them or to end the process there.
 */
public final class ObservedDataSource {

	private ObservedDataSource() {
	}

	/** The data source, observed. */
	public static DataSource of(DataSource target, Runnable before) {
		return observed(DataSource.class, target, before);
	}

	private static <T> T observed(Class<T> type, T target, Runnable before) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, given) -> {
				if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
					before.run();
				}
				try {
					Object result = method.invoke(target, given);
					return switch (method.getName()) {
						case "getConnection" -> (target instanceof DataSource)
								? observed(Connection.class, (Connection) result, before) : result;
						case "prepareStatement" ->
							observed(PreparedStatement.class, (PreparedStatement) result, before);
						case "createStatement" -> observed(Statement.class, (Statement) result, before);
						default -> result;
					};
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

}

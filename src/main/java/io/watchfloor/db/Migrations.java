package io.watchfloor.db;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.watchfloor.kernel.Problem.Category;

/**
 * Brings the schema of every module up to date. A module is a folder under
 * {@code db/migration}; its files speak of their own schema without naming it.
 */
public final class Migrations {

	private static final Pattern MODULE = Pattern.compile("/db/migration/([a-z_]+)/V");

	private Migrations() {
	}

	/**
	 * Applies what is missing.
	 * @throws StoreFailure when the server refuses, or a migration was changed after it
	 * had been applied
	 */
	public static void apply(DataSource source) {
		for (String module : modules()) {
			try {
				Flyway.configure()
					.dataSource(source)
					.schemas(module)
					.locations("classpath:db/migration/" + module)
					.load()
					.migrate();
			}
			catch (FlywayException refused) {
				throw new StoreFailure(Category.TARGET_SAID_NO,
						"The schema \"%s\" cannot be brought up to date: %s".formatted(module, refused.getMessage()),
						"If permissions are missing, let the user create schemas (grant create on database … to …); "
								+ "if the database was last used by a newer Watchfloor, start that one.",
						refused);
			}
		}
	}

	/** The modules that have tables, in alphabetical order. */
	public static List<String> modules() {
		SortedSet<String> modules = new TreeSet<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:db/migration/*/V*.sql")) {
				Matcher matcher = MODULE.matcher(URLDecoder.decode(file.getURL().toString(), StandardCharsets.UTF_8));
				if (matcher.find()) {
					modules.add(matcher.group(1));
				}
			}
		}
		catch (IOException unreadable) {
			throw new IllegalStateException("the class path cannot be listed", unreadable);
		}
		return List.copyOf(modules);
	}

}

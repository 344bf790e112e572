package io.watchfloor.action.postgres.restore;

import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.postgres.FedFile;
import org.springframework.stereotype.Component;

/**
 * Knows dumps by their names: {@code backup.sql}, {@code latest.sql.gz}, and
 * {@code shop.sql} for the database shop. Any other file of statements is not one.
 */
@Component
class DumpNames implements FedFile {

	private static final Pattern SAYS = Pattern.compile("(?i)(.*[^a-z])?(backup|dump|pg_?dump|snapshot)s?([^a-z].*)?");

	private static final Pattern OTHER = Pattern
		.compile("(?i).*(migrat|rollback|seed|schema_?change|patch|fix|cleanup|delete|truncate|drop).*");

	@Override
	public Optional<Action> of(String file, String database) {
		String name = file.substring(file.lastIndexOf('/') + 1);
		String base = name.replaceFirst("\\.sql(\\.gz)?$", "");
		boolean script = !base.equals(name);
		boolean dump = SAYS.matcher(base).matches() || name.endsWith(".gz")
				|| (!database.isEmpty() && base.equals(database));
		return (script && dump && !OTHER.matcher(base).matches()) ? Optional.of(new RestoreDump(file, ""))
				: Optional.empty();
	}

}

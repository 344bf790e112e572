package io.watchfloor.action.http;

import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.PathReader;
import org.springframework.stereotype.Component;

/** Knows the addresses at which status pages and services tell how their parts are. */
@Component
class HealthPathReader implements PathReader {

	private static final Pattern COMPONENTS = Pattern.compile("(/[A-Za-z0-9_-]+){0,3}/health/(detailed|components)");

	@Override
	public Optional<Action> read(String path) {
		return StatusPage.at(path)
			.<Action>map((page) -> new VendorStatus(page, ""))
			.or(() -> COMPONENTS.matcher(path).matches() ? Optional.of(new ComponentHealth(path)) : Optional.empty());
	}

}

package io.watchfloor.action;

import java.util.Optional;

/**
 * A connector's bean that knows the addresses of its own service, so that a plain request
 * to one of them, as {@code curl} makes it, becomes a typed action.
 */
public interface PathReader {

	/**
	 * Reads a GET request.
	 * @param path from the service's root, query included, percent-encoded
	 * @return empty when the path is none of its own
	 */
	Optional<Action> read(String path);

}

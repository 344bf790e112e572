package io.watchfloor.action.kubernetes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps whose order is the line's. */
final class Ordered {

	private Ordered() {
	}

	static Map<String, String> copy(Map<String, String> map) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}

}

package io.watchfloor.action.prometheus;

import java.util.Map;

import io.watchfloor.action.Session;
import tools.jackson.databind.JsonNode;

/** Questions to one Prometheus. */
class PrometheusSession implements Session {

	/** Sends a GET and reads the JSON. */
	interface Sender {

		JsonNode get(String path, Map<String, String> query);

	}

	private final String address;

	private final Sender sender;

	PrometheusSession(String address, Sender sender) {
		this.address = address;
		this.sender = sender;
	}

	@Override
	public String address() {
		return this.address;
	}

	/** The part {@code data} of an answer whose status is success. */
	JsonNode ask(String path, Map<String, String> query) {
		return this.sender.get(path, query);
	}

	String source(String what) {
		return what + " at " + this.address;
	}

	@Override
	public void close() {
		// nothing is open
	}

}

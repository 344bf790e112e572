package io.watchfloor.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.watchfloor.db.Broadcast;

/** A console that is alone, unless a test speaks for another one. */
class FakeBroadcast implements Broadcast {

	final List<String> told = new ArrayList<>();

	final List<Consumer<Optional<String>>> listeners = new ArrayList<>();

	@Override
	public synchronized void tell(String topic, String what) {
		this.told.add(topic + " " + what);
	}

	@Override
	public synchronized void hear(String topic, Consumer<Optional<String>> listener) {
		this.listeners.add(listener);
	}

}

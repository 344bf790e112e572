package io.watchfloor.ui;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.watchfloor.db.StoreStatus;

/** Tells everybody that the store is away, and what that means for them. */
@Component
class StoreBanner implements Banner {

	private final StoreStatus store;

	StoreBanner(StoreStatus store) {
		this.store = store;
	}

	@Override
	public Optional<String> text() {
		return this.store.trouble()
			.map((trouble) -> trouble + " Reading goes on where it can; nothing that changes anything starts.");
	}

}

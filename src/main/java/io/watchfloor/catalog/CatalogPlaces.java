package io.watchfloor.catalog;

import java.util.List;

import io.watchfloor.security.Places;
import org.springframework.stereotype.Component;

/** The systems and environments of the catalog, for whoever limits a role to some. */
@Component
class CatalogPlaces implements Places {

	private final Catalog catalog;

	CatalogPlaces(Catalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public List<String> systems() {
		return this.catalog.systems().stream().map((system) -> system.id().value()).sorted().toList();
	}

	@Override
	public List<String> environments() {
		return this.catalog.systems()
			.stream()
			.flatMap((system) -> system.environments().stream())
			.map(Environment::name)
			.distinct()
			.sorted()
			.toList();
	}

}

package io.watchfloor.catalog;

import java.util.List;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** The catalog as people see it, after asking whether they may. */
@Service
public class Systems {

	private final Catalog catalog;

	private final Authority authority;

	Systems(Catalog catalog, Authority authority) {
		this.catalog = catalog;
		this.authority = authority;
	}

	/** All systems, by name. */
	public List<OperatedSystem> all() {
		this.authority.require(Permission.VIEW);
		return this.catalog.systems();
	}

	/**
	 * Finds a system by its folder's name.
	 * @throws Problem with category {@code NOT_FOUND}
	 */
	public OperatedSystem find(String id) {
		this.authority.require(Permission.VIEW);
		return this.catalog.systems()
			.stream()
			.filter((system) -> system.id().value().equals(id))
			.findFirst()
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND, "The catalog has no system '" + id
					+ "'. Open Systems for those it has, and for files that could not be read."));
	}

	/** The name that people use; the id of a system that the catalog no longer has. */
	public String name(SystemId id) {
		this.authority.require(Permission.VIEW);
		return this.catalog.system(id).map(OperatedSystem::name).orElse(id.value());
	}

	/** What is wrong with the catalog's files. */
	public List<CatalogError> errors() {
		this.authority.require(Permission.VIEW);
		return this.catalog.errors();
	}

}

package io.watchfloor.catalog;

/** Published after files changed and the catalog was read again. */
public record CatalogChanged() {
}

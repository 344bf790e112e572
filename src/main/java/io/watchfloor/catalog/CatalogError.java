package io.watchfloor.catalog;

/**
 * What is wrong with a file of the catalog, and where.
 *
 * @param file relative to the catalog's folder
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when it concerns the whole line
 * @param message what is wrong and what was expected
 */
public record CatalogError(String file, int line, int column, String message) {
}

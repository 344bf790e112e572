package io.watchfloor.catalog;

/**
 * Where a secret is found, never the secret (law 7).
 *
 * @param scheme {@code env} or {@code file}
 * @param path the variable's or file's name
 */
public record SecretReference(String scheme, String path) {

	@Override
	public String toString() {
		return this.scheme + ":" + this.path;
	}

}

package io.watchfloor.action.compose;

/**
 * A name of an image in its parts.
 *
 * @param repository with the registry
 * @param tag or digest; {@code latest} when not written
 */
record ImageName(String repository, String tag) {

	static ImageName of(String reference) {
		int at = reference.indexOf('@');
		if (at > 0) {
			return new ImageName(reference.substring(0, at), reference.substring(at + 1));
		}
		int colon = reference.lastIndexOf(':');
		return (colon > reference.lastIndexOf('/'))
				? new ImageName(reference.substring(0, colon), reference.substring(colon + 1))
				: new ImageName(reference, "latest");
	}

}

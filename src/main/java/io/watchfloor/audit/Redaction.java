package io.watchfloor.audit;

/**
 * Hides secrets before a record is hashed and stored; a module that knows secrets
 * contributes it as a bean. Every such bean is asked for every target, reason and detail.
 */
@FunctionalInterface
public interface Redaction {

	/**
	 * Returns the text with everything secret replaced. When it throws, nothing is
	 * recorded and the caller's append fails: better no record than one with a secret.
	 */
	String redact(String text);

}

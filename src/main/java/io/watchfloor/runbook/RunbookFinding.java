package io.watchfloor.runbook;

import io.watchfloor.action.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong or dangerous in a runbook.
 *
 * @param rule which rule says so
 * @param message what it found here
 * @param saferCommand a line that does the same more safely, where there is one
 * @param lines where in the document
 */
public record RunbookFinding(Rule rule, String message, @Nullable String saferCommand, LineRange lines) {

	/** What is wrong and what was found here; said once where both are the same. */
	public String sentence() {
		if (!detailed()) {
			return this.rule.title();
		}
		return this.message.contains(this.rule.title()) ? this.message : this.rule.title() + ": " + this.message;
	}

	/** Whether the message says more than the rule's title. */
	public boolean detailed() {
		return !this.message.replaceFirst("\\.$", "").equals(this.rule.title());
	}

}

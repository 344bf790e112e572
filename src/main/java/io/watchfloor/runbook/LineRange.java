package io.watchfloor.runbook;

/**
 * Lines of a document.
 *
 * @param first from 1
 * @param last inclusive
 */
public record LineRange(int first, int last) {

	/** Whether a line is among them. */
	public boolean contains(int line) {
		return this.first <= line && line <= this.last;
	}

}

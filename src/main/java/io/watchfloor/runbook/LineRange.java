package io.watchfloor.runbook;

/**
 * Lines of a document.
 *
 * @param first from 1
 * @param last inclusive
 */
public record LineRange(int first, int last) {
}

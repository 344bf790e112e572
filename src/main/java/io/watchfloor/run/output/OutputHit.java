package io.watchfloor.run.output;

/**
 * What a search came to in its time.
 *
 * @param line the number of a line that holds the text; 0 for none
 * @param count how many lines hold it, where they were counted
 * @param complete whether all there is to search was searched
 */
public record OutputHit(long line, long count, boolean complete) {
}

package io.watchfloor.run;

/**
 * How far a step is.
 *
 * @param done so many
 * @param total of so many; -1 when unknown
 * @param unit rows, keys, bytes
 */
public record Progress(long done, long total, String unit) {
}

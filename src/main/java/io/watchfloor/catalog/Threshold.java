package io.watchfloor.catalog;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * From which value on a figure is bad.
 *
 * @param metric the figure: {@code Error rate}
 * @param unit of the limits: {@code %}, {@code ms}; empty for a plain number
 * @param warning where it begins to be bad
 * @param critical where somebody must act
 * @param sustained how long it must stay there; absent when the document says nothing
 * @param origin where the team wrote it down
 */
public record Threshold(String metric, String unit, @Nullable Limit warning, @Nullable Limit critical,
		@Nullable Duration sustained, @Nullable Origin origin) {
}

package io.watchfloor.catalog;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How fast and how completely a part of a system comes back.
 *
 * @param component the part
 * @param time until it works again (RTO); absent when none is stated
 * @param point how much of the past may be lost (RPO); absent when none is stated
 * @param note what the document adds
 * @param origin where the team wrote it down
 */
public record RecoveryTarget(String component, @Nullable Span time, @Nullable Duration point, @Nullable String note,
		@Nullable Origin origin) {
}

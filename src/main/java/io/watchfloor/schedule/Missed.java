package io.watchfloor.schedule;

import java.time.Instant;

/**
 * Something that was due and that nobody did in time.
 *
 * @param work what
 * @param firstDue when it was due first
 * @param lastDue when it was due last
 * @param times how often it was due from first to last
 * @param reason why it was missed, as far as anybody knows
 * @param noticedAt when it was noticed
 */
public record Missed(String work, Instant firstDue, Instant lastDue, long times, String reason, Instant noticedAt) {

}

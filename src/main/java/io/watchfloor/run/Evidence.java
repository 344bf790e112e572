package io.watchfloor.run;

import java.time.Instant;
import java.util.UUID;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person attached to a run.
 *
 * @param id its name
 * @param run the run
 * @param stepKey the step that it belongs to; null for the run as a whole
 * @param name a file name that is safe everywhere
 * @param type what the bytes are, whatever the sender said
 * @param size in bytes
 * @param sha256 of the bytes as they are kept, hexadecimal
 * @param at when it was attached
 * @param by who attached it
 */
public record Evidence(UUID id, RunId run, @Nullable String stepKey, String name, EvidenceType type, long size,
		String sha256, Instant at, Actor by) {
}

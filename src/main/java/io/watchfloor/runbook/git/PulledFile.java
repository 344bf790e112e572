package io.watchfloor.runbook.git;

import org.jspecify.annotations.Nullable;

/**
 * A Markdown file of a commit.
 *
 * @param file what the runbook is called
 * @param path where it stands in the folder
 * @param content its bytes; null when it was refused
 * @param trouble why it was refused; null when it was not
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
public record PulledFile(String file, String path, byte @Nullable [] content, @Nullable String trouble) {

}

package io.watchfloor.runbook.upload;

/**
 * What a browser sent.
 *
 * @param name as the browser says; not to be trusted
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
public record UploadedFile(String name, byte[] content) {

}

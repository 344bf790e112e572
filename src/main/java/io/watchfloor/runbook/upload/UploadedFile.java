package io.watchfloor.runbook.upload;

/**
 * What a browser sent.
 *
 * @param name as the browser says; not to be trusted
 * @param content its bytes
 */
public record UploadedFile(String name, byte[] content) {

}

package org.jfpmonitor.intake.inbox;

/**
 * A file was put into the inbox by an upload.
 *
 * @param fileName its name in the inbox
 * @param sha256 the fingerprint of its bytes, in hexadecimal
 */
public record UploadReceived(String fileName, String sha256) {

}

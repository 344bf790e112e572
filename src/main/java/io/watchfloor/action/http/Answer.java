package io.watchfloor.action.http;

import java.net.URI;

/**
 * What came back.
 *
 * @param method as sent
 * @param head status line and headers
 * @param text the first 64 KiB of the body
 * @param cut whether there was more
 */
record Answer(String method, URI uri, int status, String head, String text, boolean cut, long millis) {

	String source() {
		return this.method + " " + this.uri;
	}

}

package io.watchfloor.action.http;

import java.net.URI;

/**
 * What came back.
 *
 * @param method as sent
 * @param head status line and headers
 * @param text the beginning of the body, 64 KiB where nobody asks for more
 * @param cut whether there was more
 */
record Answer(String method, URI uri, int status, String head, String text, boolean cut, long millis) {

	String source() {
		return this.method + " " + this.uri;
	}

}

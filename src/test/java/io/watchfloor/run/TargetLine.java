package io.watchfloor.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;

/** How a console reaches the {@link JournalingTarget}. */
final class TargetLine {

	private final int port;

	private final String who;

	TargetLine(int port, String who) {
		this.port = port;
		this.who = who;
	}

	/** Lets what this house puts go there, and lets it look and probe there. */
	void lay(RunHouse house) {
		lay(house, () -> {
		});
	}

	/**
	 * As above.
	 * @param sent runs when the request is out and no answer has come yet
	 */
	void lay(RunHouse house, Runnable sent) {
		house.shelf.sending = (put, _) -> ask("POST", put.name(), sent);
		house.shelf.probing = (put) -> there(put) ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN;
		house.shelf.looking = (put) -> new Verification(
				there(put) ? Verification.State.HOLDS : Verification.State.NOT_YET, "asked the target");
	}

	private boolean there(Shelf.Put put) {
		return ask("GET", put.name(), () -> {
		});
	}

	private boolean ask(String verb, String key, Runnable sent) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream()
				.write((verb + " /" + key + "?" + this.who + " HTTP/1.1\r\nHost: target\r\nContent-Length: 0\r\n"
						+ "Connection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			sent.run();
			String status = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
				.readLine();
			if (status == null) {
				throw new IOException("no answer");
			}
			return status.contains(" 200 ");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}

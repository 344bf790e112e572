package io.watchfloor.action;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that is of no use to anybody, in one way. */
final class HostileServer implements AutoCloseable {

	/** In which way. */
	enum Way {

		/** Takes connections and never says a word. */
		HANGS,
		/** Nobody listens. */
		REFUSES,
		/** Takes a connection, waits for a first byte, and closes it. */
		CLOSES,
		/** Answers with bytes that mean nothing. */
		GARBAGE,
		/** Answers everything with status 429. */
		TOO_MANY,
		/** Answers everything with status 500. */
		BROKEN

	}

	private final ServerSocket socket;

	private final Way way;

	private final AtomicInteger open = new AtomicInteger();

	HostileServer(Way way) throws IOException {
		this.way = way;
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		if (way == Way.REFUSES) {
			this.socket.close();
		}
		else {
			Thread.startVirtualThread(this::accept);
		}
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** Connections that nobody has closed yet. */
	int open() {
		return this.open.get();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.socket.accept();
				this.open.incrementAndGet();
				Thread.startVirtualThread(() -> treat(client));
			}
		}
		catch (IOException closed) {
			// the end of the test
		}
	}

	private void treat(Socket client) {
		try (client; OutputStream out = client.getOutputStream()) {
			switch (this.way) {
				case HANGS -> drain(client);
				case CLOSES -> client.getInputStream().read();
				case GARBAGE -> {
					byte[] bytes = new byte[4096];
					new Random(7).nextBytes(bytes);
					out.write(bytes);
					out.flush();
					drain(client);
				}
				case TOO_MANY -> status(client, "429 Too Many Requests");
				case BROKEN -> status(client, "500 Internal Server Error");
				case REFUSES -> throw new IOException("nobody listens");
			}
		}
		catch (IOException gone) {
			// who asked went away
		}
		finally {
			this.open.decrementAndGet();
		}
	}

	private static void status(Socket client, String line) throws IOException {
		client.getInputStream().read(new byte[8192]);
		client.getOutputStream()
			.write(("HTTP/1.1 " + line + "\r\nContent-Length: 5\r\nRetry-After: 1\r\nConnection: close\r\n\r\nno :(")
				.getBytes(StandardCharsets.US_ASCII));
	}

	private static void drain(Socket client) throws IOException {
		client.getInputStream().transferTo(OutputStream.nullOutputStream());
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

package io.watchfloor.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire to the server that can be cut at the worst moment: right after COMMIT was sent.
 */
final class Wire implements AutoCloseable {

	/** Ends a transaction that was begun before. */
	static final String COMMIT = "COMMIT";

	/** Inserts and commits in one message. */
	static final String INSERT_AND_COMMIT = "insert into audit.record";

	private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final int server;

	private final AtomicReference<String> cutAt = new AtomicReference<>("");

	private volatile boolean forGood;

	private volatile boolean dead;

	private volatile boolean swallow;

	Wire(int server) throws IOException {
		this.server = server;
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.entrance.getLocalPort();
	}

	/** The next such message reaches the server, its answer does not come back. */
	void cutAfterNext(String message) {
		this.cutAt.set(message);
	}

	/** The next such message does not even reach the server. */
	void cutBeforeNext(String message) {
		this.swallow = true;
		this.cutAt.set(message);
	}

	/** And nobody gets through afterwards. */
	void andForGood() {
		this.forGood = true;
	}

	@Override
	public void close() throws IOException {
		this.entrance.close();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.entrance.accept();
				if (this.dead) {
					client.close();
					continue;
				}
				Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.server);
				Thread.ofVirtual().start(() -> pump(client, upstream, true));
				Thread.ofVirtual().start(() -> pump(upstream, client, false));
			}
		}
		catch (IOException closed) {
			// The test is over, or the wire is cut for good
		}
	}

	private void pump(Socket from, Socket to, boolean toServer) {
		byte[] buffer = new byte[65_536];
		try (from; to; InputStream in = from.getInputStream()) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				String text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
				boolean last = toServer && isTheOne(text);
				if (last) {
					cut(from, to, buffer, count);
					return;
				}
				to.getOutputStream().write(buffer, 0, count);
			}
		}
		catch (IOException gone) {
			// One end hung up
		}
	}

	private boolean isTheOne(String text) {
		String message = this.cutAt.get();
		return !message.isEmpty() && text.contains(message) && this.cutAt.compareAndSet(message, "");
	}

	private void cut(Socket client, Socket upstream, byte[] commit, int count) throws IOException {
		this.dead = this.forGood;
		client.close();
		boolean arrives = !this.swallow;
		this.swallow = false;
		if (arrives) {
			upstream.getOutputStream().write(commit, 0, count);
			upstream.shutdownOutput();
			upstream.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
	}

}

package io.watchfloor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server on this machine that a test can cut and mend: what a client of a
 * server that goes away sees, without stopping the server.
 */
public final class CuttableLine implements AutoCloseable {

	private final int target;

	private final ServerSocket entrance;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile State state = State.WHOLE;

	/**
	 * Lays a line.
	 * @param target the server's port
	 */
	public CuttableLine(int target) {
		this.target = target;
		try {
			this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		Thread.ofVirtual().name("line").start(this::accept);
	}

	/** Where clients connect to. */
	public int port() {
		return this.entrance.getLocalPort();
	}

	/** Ends all connections; new ones end at once. */
	public void cut() {
		this.state = State.CUT;
		this.open.forEach(CuttableLine::end);
	}

	/** Lets nothing through any more, without telling anybody. */
	public void swallow() {
		this.state = State.SWALLOWING;
	}

	/** New connections work again; old ones that were swallowed from have ended. */
	public void mend() {
		this.state = State.WHOLE;
		this.open.forEach(CuttableLine::end);
	}

	private void accept() {
		while (!this.entrance.isClosed()) {
			try {
				connect(this.entrance.accept());
			}
			catch (IOException refusedOrClosing) {
				// The client notices by itself
			}
		}
	}

	private void connect(Socket client) throws IOException {
		this.open.add(client);
		if (this.state == State.CUT) {
			end(client);
			return;
		}
		Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
		this.open.add(server);
		Thread.ofVirtual().start(() -> pass(client, server));
		Thread.ofVirtual().start(() -> pass(server, client));
	}

	private void pass(Socket from, Socket to) {
		byte[] buffer = new byte[8192];
		try {
			for (int count = from.getInputStream().read(buffer); count >= 0; count = from.getInputStream()
				.read(buffer)) {
				if (this.state == State.WHOLE) {
					to.getOutputStream().write(buffer, 0, count);
				}
			}
		}
		catch (IOException ended) {
			// Either side has hung up
		}
		end(from);
		end(to);
	}

	private static void end(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException already) {
			// It is closed all the same
		}
	}

	@Override
	public void close() {
		cut();
		try {
			this.entrance.close();
		}
		catch (IOException already) {
			// It is closed all the same
		}
	}

	private enum State {

		WHOLE, CUT, SWALLOWING

	}

}

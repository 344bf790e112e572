package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Chooses local ports. The last one is remembered and taken again while it is free, so
 * that addresses stay the same from start to start.
 */
public final class Ports {

	private Ports() {
	}

	/**
	 * Returns the port of the last time, or another that is free.
	 * @param memory the file that remembers it
	 */
	public static int choose(Path memory) {
		try {
			int port = remembered(memory);
			int chosen = isFree(port) ? port : anyFree();
			Files.createDirectories(memory.toAbsolutePath().getParent());
			Files.writeString(memory, Integer.toString(chosen));
			return chosen;
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot choose a port. Is " + memory + " writable?", failure);
		}
	}

	private static int remembered(Path memory) throws IOException {
		String text = Files.exists(memory) ? Files.readString(memory).strip() : "";
		return text.matches("\\d{4,5}") ? Integer.parseInt(text) : 0;
	}

	private static boolean isFree(int port) {
		if (port < 1024 || port > 65535) {
			return false;
		}
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException taken) {
			return false;
		}
	}

	private static int anyFree() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}

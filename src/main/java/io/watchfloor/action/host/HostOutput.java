package io.watchfloor.action.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * What was kept of a program's stream; the rest is read and dropped, so that nobody
 * waits.
 *
 * @param text the beginning, at most {@link HostCommand#MOST_BYTES}
 * @param cut whether there was more
 */
record HostOutput(String text, boolean cut) {

	private static final int LONGEST_LINE = 4 * 1024;

	/** Reads to the end on a thread of its own; lines are told as they come. */
	static CompletableFuture<HostOutput> drain(InputStream stream, HostListener listener) {
		CompletableFuture<HostOutput> done = new CompletableFuture<>();
		Thread.startVirtualThread(() -> {
			try (stream) {
				done.complete(read(stream, listener));
			}
			catch (IOException | RuntimeException broken) {
				done.completeExceptionally(broken);
			}
		});
		return done;
	}

	private static HostOutput read(InputStream stream, HostListener listener) throws IOException {
		ByteArrayOutputStream kept = new ByteArrayOutputStream();
		Line line = new Line(listener);
		byte[] buffer = new byte[8 * 1024];
		boolean cut = false;
		for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
			int room = Math.min(read, HostCommand.MOST_BYTES - kept.size());
			kept.write(buffer, 0, room);
			line.add(buffer, room);
			cut |= room < read;
		}
		line.end();
		return new HostOutput(kept.toString(StandardCharsets.UTF_8), cut);
	}

	/** The line that is being written. */
	private static final class Line {

		private final HostListener listener;

		private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

		Line(HostListener listener) {
			this.listener = listener;
		}

		void add(byte[] bytes, int count) {
			for (int i = 0; i < count; i++) {
				if (bytes[i] == '\n') {
					tell();
				}
				else {
					this.begun.write(bytes[i]);
					if (this.begun.size() >= LONGEST_LINE) {
						tell();
					}
				}
			}
		}

		void end() {
			if (this.begun.size() > 0) {
				tell();
			}
		}

		private void tell() {
			this.listener.line(this.begun.toString(StandardCharsets.UTF_8));
			this.begun.reset();
		}

	}

}

package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Replaces files so that a reader, and a machine that loses power, sees the old one or
 * the new one. Several belong together: unless all are there, all are put back.
 */
final class SafeWrite implements AutoCloseable {

	private final Deque<Done> done = new ArrayDeque<>();

	private boolean complete;

	/** Replaces or creates a file. */
	void replace(Path file, byte[] content) throws IOException {
		byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
		Path folder = folderOf(file);
		Files.createDirectories(folder);
		write(folder, file, content);
		this.done.push(new Done(file, before));
	}

	/** Says that everything is there. */
	void complete() {
		this.complete = true;
	}

	@Override
	public void close() throws IOException {
		while (!this.complete && !this.done.isEmpty()) {
			Done last = this.done.pop();
			if (last.before() == null) {
				Files.deleteIfExists(last.file());
			}
			else {
				write(folderOf(last.file()), last.file(), last.before());
			}
		}
	}

	private static Path folderOf(Path file) {
		return Objects.requireNonNull(file.toAbsolutePath().getParent());
	}

	private static void write(Path folder, Path file, byte[] content) throws IOException {
		Path fresh = folder.resolve("." + UUID.randomUUID() + ".new");
		try {
			try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE)) {
				ByteBuffer bytes = ByteBuffer.wrap(content);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(fresh);
		}
		try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
			directory.force(true);
		}
	}

	@SuppressWarnings("ArrayRecordComponent") // nobody compares it
	private record Done(Path file, byte @Nullable [] before) {
	}

}

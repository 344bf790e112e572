package io.watchfloor.sandbox.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The application's disk: a folder with a quota of its own, so that it can be nearly full
 * while the machine's disk is not.
 */
public final class DiskArea {

	/** The quota in bytes. */
	public static final long TOTAL = 16L * 1024 * 1024;

	private static final int BLOCK = 64 * 1024;

	private static final long USED_NORMALLY = TOTAL / 4;

	private static final long USED_WHEN_NEARLY_FULL = TOTAL * 96 / 100;

	private final Path folder;

	public DiskArea(Path folder) {
		this.folder = folder;
		try {
			Files.createDirectories(folder);
			Files.deleteIfExists(leftoverLog());
			write(folder.resolve("app.log"), USED_NORMALLY);
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot write " + folder, failure);
		}
	}

	/** Fills the area to 96 per cent with a log that nobody rotates. */
	public void fill() {
		try {
			write(leftoverLog(), Math.max(0, USED_WHEN_NEARLY_FULL - used()));
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot write " + this.folder, failure);
		}
	}

	/** Removes that log. */
	public void free() {
		try {
			Files.deleteIfExists(leftoverLog());
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot remove " + leftoverLog(), failure);
		}
	}

	/** How many bytes that log holds; 0 when it is not there. */
	public long leftover() {
		return leftoverLog().toFile().length();
	}

	/** How many bytes the files in it hold. */
	public long used() {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot read " + this.folder, failure);
		}
	}

	/** Whether less than a tenth is free. */
	public boolean nearlyFull() {
		return used() > TOTAL / 10 * 9;
	}

	private Path leftoverLog() {
		return this.folder.resolve("debug.log.1");
	}

	private static void write(Path file, long bytes) throws IOException {
		byte[] block = "DEBUG request handled\n".repeat(BLOCK / 22 + 1).getBytes(StandardCharsets.US_ASCII);
		try (OutputStream stream = Files.newOutputStream(file)) {
			for (long left = bytes; left > 0; left -= BLOCK) {
				stream.write(block, 0, (int) Math.min(BLOCK, left));
			}
		}
	}

}

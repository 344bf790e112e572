package io.watchfloor.action.aws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.kernel.Problem;

/**
 * A file of this machine into which what is about to be deleted is written first, one
 * object a line; only the console's own account can read it.
 *
 * @param path in the target's folder of files
 */
public record ExportFile(Path path) {

	/**
	 * A place for the export of something, under a name that nothing has yet.
	 * @throws Problem when the target names no folder of files: nothing is deleted
	 * without an export
	 */
	public static ExportFile free(String what, AwsSession session) {
		String plain = what.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^[^A-Za-z0-9_]+", "x");
		int number = 1;
		while (TransferFile.of(name(plain, number), session.target()).there()) {
			number++;
		}
		return named(name(plain, number), session);
	}

	private static String name(String plain, int number) {
		return plain + "-export-" + number + ".jsonl";
	}

	/** The one of that name. */
	public static ExportFile named(String name, AwsSession session) {
		return new ExportFile(TransferFile.of(name, session.target()).path());
	}

	/** Its name in the folder. */
	public String name() {
		return String.valueOf(this.path.getFileName());
	}

	/** Begins it; nothing is overwritten. */
	public Writing begin() {
		try {
			Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			return new Writing(FileChannel.open(this.path, how,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
		}
		catch (IOException refused) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The export " + this.path + " cannot be begun: "
					+ refused.getMessage() + ". Nothing is deleted without it.", refused);
		}
	}

	/** How many lines it has; -1 where it cannot be read. */
	public long lines() {
		try (Stream<String> lines = Files.lines(this.path)) {
			return lines.count();
		}
		catch (IOException absent) {
			return -1;
		}
	}

	/** Lines that are on the disk when {@link #add} returns. */
	public static final class Writing implements AutoCloseable {

		private final FileChannel channel;

		private Writing(FileChannel channel) {
			this.channel = channel;
		}

		/**
		 * Adds lines.
		 * @throws Problem when the disk does not take them
		 */
		public void add(List<String> lines) {
			try {
				ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
				while (bytes.hasRemaining()) {
					this.channel.write(bytes);
				}
				this.channel.force(false);
			}
			catch (IOException full) {
				throw new Problem(Problem.Category.TARGET_SAID_NO,
						"The export cannot be written: " + full.getMessage() + ".", full);
			}
		}

		@Override
		public void close() {
			try {
				this.channel.close();
			}
			catch (IOException closed) {
				// what was added is on the disk
			}
		}

	}

}

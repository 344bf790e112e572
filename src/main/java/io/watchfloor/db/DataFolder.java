package io.watchfloor.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

import io.watchfloor.kernel.Problem.Category;

/**
 * The folder in which this console keeps what is not in the database, held by one process
 * at a time: the kernel releases the lock when the process dies, however it dies.
 */
public final class DataFolder implements AutoCloseable {

	private final Path path;

	private final FileChannel channel;

	private DataFolder(Path path, FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/**
	 * Creates the folder where it is missing, readable by its owner alone, and takes hold
	 * of it.
	 * @throws StoreFailure when it cannot be written or another console holds it
	 */
	public static DataFolder open(Path folder) {
		Path path = folder.toAbsolutePath().normalize();
		try {
			if (!Files.isDirectory(path)) {
				Files.createDirectories(path,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			return new DataFolder(path, hold(path));
		}
		catch (IOException failure) {
			throw new StoreFailure(Category.TARGET_SAID_NO,
					"The data folder %s cannot be used: %s.".formatted(path, failure),
					"Make it writable for the user that runs Watchfloor, or name another one with WATCHFLOOR_DATA.",
					failure);
		}
	}

	private static FileChannel hold(Path path) throws IOException {
		FileChannel channel = FileChannel.open(path.resolve("watchfloor.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		if (lock(channel) == null) {
			channel.close();
			throw new StoreFailure(Category.TARGET_SAID_NO,
					"Another Watchfloor is running on the data folder %s.".formatted(path),
					"Stop the other one, or give this one a folder of its own with WATCHFLOOR_DATA.", null);
		}
		return channel;
	}

	private static @Nullable FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException heldByThisProcess) {
			return null;
		}
	}

	/** Where it is, absolute. */
	public Path path() {
		return this.path;
	}

	/** Lets go of it. */
	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}

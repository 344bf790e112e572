package io.watchfloor.action.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A new file of this machine, in the target's folder {@code files}, for what an account
 * holds; only the console's own account can read it.
 *
 * @param path where it will be
 */
public record ArtifactFile(Path path) {

	/** The one of that name. */
	public static ArtifactFile of(String name, Target target) {
		return new ArtifactFile(TransferFile.of(name, target).path());
	}

	/** Whether anything has that name. */
	public boolean there() {
		return new TransferFile(this.path).there();
	}

	/**
	 * Demands that nothing has that name.
	 * @throws Problem when something has
	 */
	public void demandFree() {
		if (there()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"There is a file " + this.path + " already. Nothing is overwritten; choose another name.");
		}
	}

	/** Free bytes where it will be; -1 where that cannot be read. */
	public long room() {
		try {
			return Files.getFileStore(this.path.resolveSibling(".")).getUsableSpace();
		}
		catch (IOException unreadable) {
			return -1;
		}
	}

	/**
	 * Writes it whole, or not at all.
	 * @param most bytes that are taken
	 * @param sha256 what it must be, in hexadecimal digits
	 * @throws Problem when it is something else, is longer, or the disk refuses
	 */
	public void write(InputStream content, long most, String sha256) {
		Path part = new TransferFile(this.path).part();
		try {
			Files.deleteIfExists(part);
			Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			long size = copy(content, part, most);
			TransferFile.Content came = TransferFile.content(part);
			if (size > most || !came.sha256().equals(sha256)) {
				throw new Problem(Problem.Category.TARGET_SAID_NO,
						"What came for " + this.path
								+ ((size > most) ? " is longer than " + most + " bytes"
										: " has the SHA-256 " + came.sha256() + ", and " + sha256 + " was told")
								+ ". Nothing of it is kept.");
			}
			Files.createLink(this.path, part);
		}
		catch (FileAlreadyExistsException taken) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					this.path + " came to be there meanwhile. Nothing is overwritten.", taken);
		}
		catch (IOException broken) {
			throw new Problem(Problem.Category.UNREACHABLE,
					this.path + " could not be written: " + broken.getMessage() + ". Nothing of it is kept.", broken);
		}
		finally {
			remove(part);
		}
	}

	private static long copy(InputStream content, Path part, long most) throws IOException {
		try (OutputStream out = Files.newOutputStream(part)) {
			byte[] buffer = new byte[1 << 16];
			long size = 0;
			for (int read = content.read(buffer); read >= 0 && size <= most; read = content.read(buffer)) {
				out.write(buffer, 0, read);
				size += read;
			}
			return size;
		}
	}

	private static void remove(Path part) {
		try {
			Files.deleteIfExists(part);
		}
		catch (IOException left) {
			// its name says what it is
		}
	}

	/** What it is now, in hexadecimal digits; empty where there is none. */
	public Optional<String> sha256() {
		return there() ? Optional.of(TransferFile.content(this.path).sha256()) : Optional.empty();
	}

}

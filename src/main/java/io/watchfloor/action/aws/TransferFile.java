package io.watchfloor.action.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A file of this machine that may be sent or made: inside the target's folder.
 *
 * @param path where it really is or will be
 */
record TransferFile(Path path) {

	static TransferFile of(String name, Target target) {
		String setting = target.settings().get("files");
		if (setting == null) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY, "The target " + target.id()
					+ " has no setting 'files', the folder of this machine whose files may be sent and made.");
		}
		try {
			Path folder = Path.of(setting).toRealPath();
			Path file = folder.resolve(name).normalize();
			Path parent = Objects.requireNonNull(file.getParent()).toRealPath();
			Path real = parent.resolve(file.getFileName());
			Path whole = Files.exists(real) ? real.toRealPath() : real;
			if (!parent.startsWith(folder) || !whole.startsWith(folder)) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, name + " is not inside " + setting
						+ ", the folder of files of " + target.id() + " on this machine.");
			}
			return new TransferFile(whole);
		}
		catch (IOException absent) {
			throw new Problem(Problem.Category.NOT_FOUND, "The folder of " + name + " is not there in " + setting + ".",
					absent);
		}
	}

	boolean there() {
		return Files.exists(this.path, LinkOption.NOFOLLOW_LINKS);
	}

	/** That it is while it is made. */
	Path part() {
		return this.path.resolveSibling("." + this.path.getFileName() + ".watchfloor-part");
	}

	/** What a file of this machine is now. */
	Content content() {
		return content(this.path);
	}

	static Content content(Path file) {
		try (InputStream stream = Files.newInputStream(file)) {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			MessageDigest md5 = MessageDigest.getInstance("MD5");
			byte[] buffer = new byte[1 << 16];
			long size = 0;
			for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
				sha.update(buffer, 0, read);
				md5.update(buffer, 0, read);
				size += read;
			}
			return new Content(size, HexFormat.of().formatHex(sha.digest()), HexFormat.of().formatHex(md5.digest()));
		}
		catch (IOException unreadable) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"There is no file " + file + " that can be read: " + unreadable.getMessage() + ".", unreadable);
		}
		catch (NoSuchAlgorithmException absent) {
			throw new IllegalStateException(absent);
		}
	}

	/**
	 * What is in a file.
	 *
	 * @param sha256 in hexadecimal digits
	 * @param md5 as S3 tells it for what was sent in one piece
	 */
	record Content(long size, String sha256, String md5) {
	}

}

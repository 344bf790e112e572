package io.watchfloor.action.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.watchfloor.action.AllowedFolder;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A file of this machine that may be sent or made: inside the target's folder.
 *
 * @param path where it really is or will be
 */
record TransferFile(Path path) {

	static TransferFile of(String name, Target target) {
		return new TransferFile(AllowedFolder.of(target, "files").place(name));
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

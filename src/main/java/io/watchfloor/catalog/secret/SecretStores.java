package io.watchfloor.catalog.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where references lead: environment variables and files. */
final class SecretStores {

	private static final Logger logger = LoggerFactory.getLogger(SecretStores.class);

	/** A key or certificate chain fits; a whole disk does not. */
	private static final long LARGEST = 64 * 1024;

	private final UnaryOperator<String> variables;

	/**
	 * Takes the variables.
	 * @param variables an environment variable's value by its name; null when there is
	 * none
	 */
	SecretStores(UnaryOperator<String> variables) {
		this.variables = variables;
	}

	String read(SecretReference reference) {
		return switch (reference.scheme()) {
			case "env" -> variable(reference);
			case "file" -> file(reference, Path.of(reference.path()));
			default -> throw problem(reference, "has an unknown scheme. Write env:NAME or file:/path.", null);
		};
	}

	@SuppressWarnings("NullAway") // the operator may return null, as getenv does
	private String variable(SecretReference reference) {
		String value = this.variables.apply(reference.path());
		if (value == null || value.isEmpty()) {
			throw problem(reference, "is not set. Set the environment variable and start Watchfloor again.", null);
		}
		return value;
	}

	private String file(SecretReference reference, Path file) {
		try {
			if (Files.size(file) > LARGEST) {
				throw problem(reference, "is larger than 64 KiB. Name the file that holds the secret alone.", null);
			}
			warnIfOthersCanRead(file);
			String value = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
			if (value.isEmpty()) {
				throw problem(reference, "is empty. Write the secret into the file.", null);
			}
			return value;
		}
		catch (IOException unreadable) {
			throw problem(reference, "cannot be read. Check that the file is there, that it is text, and that "
					+ "Watchfloor may read it.", unreadable);
		}
	}

	private static void warnIfOthersCanRead(Path file) throws IOException {
		if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
			return;
		}
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
		if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
			logger.warn("Everybody on this machine can read the secret in {}. Run: chmod o-rwx {}", file, file);
		}
	}

	private static Problem problem(SecretReference reference, String trouble, @Nullable Throwable cause) {
		String message = "The secret " + reference + " " + trouble;
		return (cause != null) ? new Problem(Problem.Category.NOT_FOUND, message, cause)
				: new Problem(Problem.Category.NOT_FOUND, message);
	}

}

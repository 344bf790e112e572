package io.watchfloor.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/**
 * A folder of this machine whose files a target allows to be read or made. Where a file
 * really is counts: links are followed first, so that neither they nor {@code ..} nor an
 * absolute path lead out of it.
 *
 * @param real where it really is
 * @param title for messages: "/srv/dumps, the folder 'dumps' of shop/production/database"
 */
public record AllowedFolder(Path real, String title) {

	/**
	 * The folder that a setting names.
	 * @throws Problem when the target has no such setting, or there is no such folder
	 */
	public static AllowedFolder of(Target target, String setting) {
		String written = target.settings().get(setting);
		if (written == null || written.isEmpty()) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"The target %s has no setting '%s', the folder of this machine whose files may be read and made."
						.formatted(target.id(), setting));
		}
		return at(written, "'" + setting + "' of " + target.id());
	}

	/**
	 * The folder at a path.
	 * @param name for messages
	 */
	public static AllowedFolder at(String written, String name) {
		try {
			return new AllowedFolder(Path.of(written).toRealPath(),
					written + ", the folder " + name + " on this machine");
		}
		catch (IOException absent) {
			throw new Problem(Category.NOT_FOUND,
					"The folder " + written + ", " + name + ", is not there on this machine.", absent);
		}
	}

	/**
	 * Where something that is there really is.
	 * @throws Problem when there is nothing, or it is outside
	 */
	public Path existing(String name) {
		try {
			return within(this.real.resolve(name).toRealPath(), name);
		}
		catch (IOException absent) {
			throw new Problem(Category.NOT_FOUND, "There is no " + name + " in " + this.title + ".", absent);
		}
	}

	/**
	 * A file that is there and can be read.
	 * @throws Problem when it is not, or is something else
	 */
	public Path readable(String name) {
		Path file = existing(name);
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw new Problem(Category.REFUSED_BY_POLICY, name + " is no file that can be read in " + this.title + ".");
		}
		return file;
	}

	/**
	 * Where a file really is, or will be; the folder that it lies in must be there.
	 * @throws Problem when that is outside
	 */
	public Path place(String name) {
		try {
			Path file = this.real.resolve(name).normalize();
			Path above = file.getParent();
			Path last = file.getFileName();
			if (above == null || last == null) {
				throw outside(name);
			}
			Path place = within(above.toRealPath(), name).resolve(last);
			return Files.exists(place) ? within(place.toRealPath(), name) : place;
		}
		catch (IOException absent) {
			throw new Problem(Category.NOT_FOUND, "The folder of " + name + " is not there in " + this.title + ".",
					absent);
		}
	}

	/**
	 * A text in UTF-8.
	 * @param file that this folder gave
	 * @param most bytes that are read
	 * @throws Problem when it is longer, or cannot be read
	 */
	public static String text(Path file, int most) {
		try {
			if (Files.size(file) > most) {
				throw new Problem(Category.REFUSED_BY_POLICY, file + " is longer than " + most + " bytes.");
			}
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException broken) {
			throw new Problem(Category.NOT_FOUND, file + " cannot be read: " + broken.getMessage() + ".", broken);
		}
	}

	private Path within(Path file, String name) {
		if (!file.startsWith(this.real)) {
			throw outside(name);
		}
		return file;
	}

	private Problem outside(String name) {
		return new Problem(Category.REFUSED_BY_POLICY, name + " is not inside " + this.title + ".");
	}

}

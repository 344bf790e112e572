package io.watchfloor.action.host;

import java.util.Locale;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Moves a database to another revision of its migrations, with Alembic in the project's
 * folder.
 *
 * @param way up or down
 * @param revision where to: an id, {@code head} upwards, or steps from here ({@code -1},
 * {@code +1})
 */
public record AlembicMove(Way way, String revision) implements Action {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{3,64}");

	/** Up or down. */
	public enum Way {

		/** Towards the newest. */
		UPGRADE(Pattern.compile("\\+[1-9][0-9]?|head")),
		/** Back. */
		DOWNGRADE(Pattern.compile("-[1-9][0-9]?"));

		private final Pattern relative;

		Way(Pattern relative) {
			this.relative = relative;
		}

		/** As Alembic calls it. */
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	public AlembicMove {
		if (revision.equals("base")) {
			throw new IllegalArgumentException(
					"alembic: 'base' drops every table there is; only a scratch database may lose them");
		}
		boolean other = revision.equals("head") || revision.equals("heads") || revision.equals("current");
		if (!way.relative.matcher(revision).matches() && (other || !ID.matcher(revision).matches())) {
			throw new IllegalArgumentException("alembic: '" + revision + "' is no revision to " + way.word() + " to");
		}
	}

	/** How many steps; 0 where it is not said so. */
	int steps() {
		return (this.revision.startsWith("+") || this.revision.startsWith("-"))
				? Math.abs(Integer.parseInt(this.revision)) : 0;
	}

	@Override
	public Risk risk() {
		return (this.way == Way.DOWNGRADE) ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return ((this.way == Way.DOWNGRADE) ? "Take the database's tables back to "
				: "Change the database's tables to ") + this.revision;
	}

	@Override
	public String commandLine() {
		return "alembic " + this.way.word() + " " + this.revision;
	}

}

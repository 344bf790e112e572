package io.watchfloor.action;

import java.util.List;
import java.util.function.Supplier;

import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.NotUnderstood;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a mistake in one reader from taking the whole runbook with it. The line is not
 * logged: it may hold a secret.
 */
final class Unbroken {

	private static final Logger log = LoggerFactory.getLogger(Unbroken.class);

	private Unbroken() {
	}

	static Understanding<ActionCall> understanding(Supplier<Understanding<ActionCall>> reading) {
		try {
			return reading.get();
		}
		catch (StackOverflowError deep) {
			return new NotUnderstood<>("It is nested too deeply.");
		}
		catch (RuntimeException mistake) {
			log.warn("A reader broke on a command, which stays a manual step", withoutText(mistake));
			return new NotUnderstood<>("Reading it failed, which is a mistake of Watchfloor's; its log says where.");
		}
	}

	static List<Finding> findings(Supplier<List<Finding>> check) {
		try {
			return check.get();
		}
		catch (StackOverflowError | RuntimeException mistake) {
			log.warn("A check of a command broke, and says nothing about it", withoutText(mistake));
			return List.of();
		}
	}

	/** Where it happened, without what was read. */
	private static Throwable withoutText(Throwable mistake) {
		Throwable shown = new IllegalStateException(mistake.getClass().getName());
		shown.setStackTrace(mistake.getStackTrace());
		return shown;
	}

}

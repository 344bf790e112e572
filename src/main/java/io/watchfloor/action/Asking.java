package io.watchfloor.action;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An action of which a line does not say everything: it takes a file of the person's
 * machine, or opens an editor. A person gives the rest before anything is planned; what
 * is given never goes through a command line.
 */
public interface Asking extends Action {

	/** What is missing; empty when nothing is. */
	List<Question> asks();

	/**
	 * The action with the answers. What is not answered stays missing, and the plan
	 * refuses it in words where it cannot do without.
	 * @param answers by the questions' names
	 * @throws IllegalArgumentException when an answer does not fit
	 */
	Action answered(Map<String, String> answers);

	/**
	 * Something that is missing.
	 *
	 * @param name what people read, and what the same question of a later step is found
	 * by
	 * @param written as the line has it
	 * @param parameter where it goes, by the name it has in JSON
	 * @param lines whether it is a text of several lines
	 * @param fallback what counts when nothing is given; empty text where that may stay
	 * missing, null where it must be given
	 */
	record Question(String name, String written, String parameter, boolean lines, @Nullable String fallback) {

		/** A text of several lines that must be given. */
		public static Question demanded(String name, String written, String parameter) {
			return new Question(name, written, parameter, true, null);
		}

		/** A text of several lines that may stay missing. */
		public static Question text(String name, String written, String parameter) {
			return new Question(name, written, parameter, true, "");
		}

	}

}

package io.watchfloor.runbook.source;

import java.io.IOException;

import io.watchfloor.runbook.Revision;
import io.watchfloor.runbook.RunbookId;
import org.jspecify.annotations.Nullable;

/**
 * A document that has not been read yet.
 *
 * @param id what it is called
 * @param content its bytes
 * @param revision the state of the repository it comes from; null for a file
 */
public record Document(RunbookId id, Content content, @Nullable Revision revision) {

	/** Bytes, read when they are asked for. */
	@FunctionalInterface
	public interface Content {

		/**
		 * Returns at most so many bytes and one more, which tells that there are more.
		 * @throws IOException when they cannot be had
		 */
		byte[] upTo(int most) throws IOException;

	}

}

package io.watchfloor.runbook.upload;

import java.util.Optional;

import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.compare.RunbookDifference;
import org.jspecify.annotations.Nullable;

/** What would become of one file. */
public sealed interface PreviewedFile {

	/** As the browser called it. */
	String given();

	/**
	 * It can be kept.
	 *
	 * @param name what it will be called
	 * @param content its bytes, in UTF-8 or UTF-16
	 * @param converted whether they came in Windows-1252
	 * @param replaces the SHA-256 of what it replaces; null when it is new
	 * @param before what stands there now; empty when nothing does, or nothing readable
	 * @param after what was understood
	 */
	@SuppressWarnings({ "ArrayRecordComponent", "JavaLangClash" }) // nobody compares it
	record Readable(String given, String name, byte[] content, boolean converted, @Nullable String replaces,
			Optional<Runbook> before, Runbook after, RunbookDifference difference) implements PreviewedFile {

		/** Whether it is what stands there already. */
		public boolean unchanged() {
			return this.replaces != null && this.before.isPresent() && !this.difference.text();
		}

	}

	/** It cannot be kept, and why. */
	record Refused(String given, String reason) implements PreviewedFile {
	}

}

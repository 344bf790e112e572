package io.watchfloor.db;

import org.jspecify.annotations.Nullable;

import io.watchfloor.kernel.Problem;

/** The store cannot be used as it is; the start ends with it. */
public final class StoreFailure extends Problem {

	private static final long serialVersionUID = 1L;

	private final String mending;

	/**
	 * Says what is wrong and how to mend it.
	 * @param category what kind of trouble it is
	 * @param message what is wrong, and where
	 * @param mending what to do, with the command where there is one
	 * @param cause what was caught, for the log
	 */
	public StoreFailure(Category category, String message, String mending, @Nullable Throwable cause) {
		super(category, message);
		this.mending = mending;
		if (cause != null) {
			initCause(cause);
		}
	}

	/** What to do about it. */
	public String mending() {
		return this.mending;
	}

}

package io.watchfloor.action.filter;

/** Why lines could not be filtered; the reading is unknown then (law 4). */
public final class FilterTrouble extends RuntimeException {

	private static final long serialVersionUID = 1L;

	FilterTrouble(String message) {
		super(message);
	}

	/** In plain words. */
	public String reason() {
		return String.valueOf(getMessage());
	}

}

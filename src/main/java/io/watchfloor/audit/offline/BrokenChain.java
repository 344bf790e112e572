package io.watchfloor.audit.offline;

/** Says what is wrong with the log, and where. */
public class BrokenChain extends Exception {

	private static final long serialVersionUID = 1L;

	/** What is wrong, as a whole sentence. */
	public BrokenChain(String message) {
		super(message);
	}

}

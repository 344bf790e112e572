package io.watchfloor.action;

/** An open way to one target, for one piece of work. */
public interface Session extends AutoCloseable {

	/** Where it leads, for messages; never with a secret. */
	String address();

	/** Ends it; what is gone already is no trouble. */
	@Override
	void close();

}

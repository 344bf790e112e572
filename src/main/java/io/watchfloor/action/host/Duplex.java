package io.watchfloor.action.host;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** A conversation with a program or server; closing it ends both directions. */
public interface Duplex extends Closeable {

	/** What the other side says. */
	InputStream in();

	/** What is said to the other side. */
	OutputStream out();

}

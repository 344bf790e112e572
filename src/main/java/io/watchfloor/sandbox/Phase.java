package io.watchfloor.sandbox;

/** How far a system of the sandbox has come. */
public enum Phase {

	/** Its servers are being started. */
	STARTING,
	/** Its targets can be used. */
	READY,
	/** It did not start. */
	FAILED,
	/** It is not running. */
	STOPPED

}

package io.watchfloor.action;

/** How bad a finding is, worst first. */
public enum Severity {

	/** It does not work, or does other than it says. */
	ERROR,
	/** It works and can hurt. */
	DANGER,
	/** It may mislead. */
	WARNING,
	/** Worth knowing. */
	INFO

}

package io.watchfloor.action;

import java.util.List;

/** A connector's bean: the commands of its tools that it knows and leaves to a person. */
public interface ManualCommands {

	/** Every form, the narrower before the wider. */
	List<ManualForm> forms();

}

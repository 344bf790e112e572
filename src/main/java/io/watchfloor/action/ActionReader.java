package io.watchfloor.action;

import io.watchfloor.command.CommandReader;

/** A connector's reader of its command-line tool. A bean. */
public interface ActionReader extends CommandReader<ActionCall> {

}

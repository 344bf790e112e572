package io.watchfloor.action.filter;

import java.util.List;
import java.util.Map;

import io.watchfloor.command.SimpleCommand;

/** {@code cat}, {@code less} and {@code more}: shows what came. */
record Same() implements TextFilter {

	static Same read(SimpleCommand stage) {
		Options.read(stage, "SRFX", "", Map.of()).noOperands();
		return new Same();
	}

	@Override
	public List<String> apply(List<String> lines) {
		return lines;
	}

}

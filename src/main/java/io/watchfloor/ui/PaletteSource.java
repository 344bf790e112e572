package io.watchfloor.ui;

import java.util.List;

/** Offers entries to the command palette; a feature contributes it as a bean. */
public interface PaletteSource {

	/**
	 * The entries that the person who asks may use and that match what was typed (never
	 * null, may be blank), best first, at most 20.
	 */
	List<PaletteItem> find(String typed);

	/**
	 * One entry.
	 *
	 * @param label what it does or opens
	 * @param hint where it belongs: "Runbook, Customer Success MCP"
	 * @param location the path to go to, without a leading slash: {@code runs/0192…}
	 */
	record PaletteItem(String label, String hint, String location) {
	}

}

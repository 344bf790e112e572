package io.watchfloor.run.ui;

import java.util.List;

import io.watchfloor.run.Watched;
import io.watchfloor.run.Watching;

/**
 * What is shown of something watched.
 *
 * @param watching its terms and state
 * @param source the title of the reading that is repeated
 * @param readings oldest first
 */
record WatchShown(Watching watching, String source, List<Watched> readings) {
}

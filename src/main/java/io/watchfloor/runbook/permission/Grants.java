package io.watchfloor.runbook.permission;

import io.watchfloor.action.AccessDocument;
import io.watchfloor.catalog.Target;

/**
 * What to grant at one target.
 *
 * @param actions how many different ones the runbooks hold for it
 */
public record Grants(Target target, int actions, AccessDocument document) {

}

package io.watchfloor.runbook.source;

/** Published by a source after its documents changed. */
public record DocumentsChanged() {
}

package io.watchfloor.action;

/**
 * What a command line asks for.
 *
 * @param action what to do
 * @param hint to what, as the line says it
 */
public record ActionCall(Action action, TargetHint hint) {
}

package io.watchfloor.action;

/**
 * Identifies a kind of action.
 *
 * @param id stable, {@code connector.verb-noun}: {@code redis.delete-by-pattern}
 * @param type the record
 * @param targetKind the kind of target it needs
 */
public record ActionType<A extends Action>(String id, Class<A> type, String targetKind) {
}

package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;

/** The frame of a read of a cluster. */
abstract class KubeRead<A extends Action> extends SessionRead<A, Cluster> implements Granting<A> {

	private final ActionType<A> type;

	private final Function<A, Where> where;

	private final Clock clock;

	KubeRead(String id, Class<A> type, Function<A, Where> where, Clusters clusters, Clock clock) {
		super(clusters, clock);
		this.type = new ActionType<>(id, type, "kubernetes");
		this.where = where;
		this.clock = clock;
	}

	@Override
	public final ActionType<A> type() {
		return this.type;
	}

	@Override
	protected final Reading read(A action, Cluster cluster, Instant at) {
		return read(action, cluster.demand(this.where.apply(action)));
	}

	abstract Reading read(A action, Cluster cluster);

	final Instant now() {
		return this.clock.instant();
	}

	/** A text with its summary. */
	final Reading text(String summary, String text, A action, Cluster cluster) {
		return new Reading(true, summary, null, null, null, text, cluster.source(action), now());
	}

	/** Rows, with the same as text for filters. */
	final Reading table(String summary, Reading.Table table, boolean headers, A action, Cluster cluster) {
		return new Reading(true, summary, (double) table.rows().size(), "rows", table, TextTable.of(table, headers),
				cluster.source(action), now());
	}

	final Reading unknown(String cause, A action, Cluster cluster) {
		return Reading.unknown(cause, cluster.source(action), now());
	}

}

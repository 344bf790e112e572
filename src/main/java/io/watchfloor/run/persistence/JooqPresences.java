package io.watchfloor.run.persistence;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Presence;
import io.watchfloor.run.PresenceStore;
import io.watchfloor.run.RunId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.PRESENCE;

/** Who looks at which run, by the store's clock. */
@Repository
class JooqPresences implements PresenceStore {

	private static final Duration LONG_GONE = Duration.ofHours(1);

	private final DSLContext dsl;

	JooqPresences(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void enter(UUID page, RunId run, Presence presence) {
		this.dsl.insertInto(PRESENCE)
			.set(PRESENCE.PAGE, page)
			.set(PRESENCE.RUN, run.value())
			.set(PRESENCE.ACTOR, presence.person().id())
			.set(PRESENCE.ACTOR_NAME, presence.person().name())
			.set(PRESENCE.OPERATES, presence.operates())
			.set(PRESENCE.SEEN_AT, StoreClock.NOW)
			.execute();
	}

	@Override
	public void leave(UUID page) {
		this.dsl.deleteFrom(PRESENCE).where(PRESENCE.PAGE.eq(page)).execute();
	}

	@Override
	public void renew(Collection<UUID> pages) {
		if (!pages.isEmpty()) {
			this.dsl.update(PRESENCE)
				.set(PRESENCE.SEEN_AT, StoreClock.NOW)
				.where(PRESENCE.PAGE.in(List.copyOf(pages)))
				.execute();
			this.dsl.deleteFrom(PRESENCE).where(PRESENCE.SEEN_AT.lt(StoreClock.before(LONG_GONE))).execute();
		}
	}

	@Override
	public List<Presence> here(RunId run, Duration lately) {
		return this.dsl.select(PRESENCE.ACTOR, PRESENCE.ACTOR_NAME, DSL.boolOr(PRESENCE.OPERATES))
			.from(PRESENCE)
			.where(PRESENCE.RUN.eq(run.value()))
			.and(PRESENCE.SEEN_AT.gt(StoreClock.before(lately)))
			.groupBy(PRESENCE.ACTOR, PRESENCE.ACTOR_NAME)
			.orderBy(PRESENCE.ACTOR_NAME)
			.fetch((row) -> new Presence(new Actor(row.value1(), row.value2()), Boolean.TRUE.equals(row.value3())));
	}

}

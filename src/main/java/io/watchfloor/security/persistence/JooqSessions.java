package io.watchfloor.security.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.SessionId;
import io.watchfloor.security.SessionStore;
import io.watchfloor.security.SignedInSession;

import static io.watchfloor.db.schema.security.Tables.PERSON;
import static io.watchfloor.db.schema.security.Tables.SESSION;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.row;

@Repository
class JooqSessions implements SessionStore {

	private static final SelectField<SignedInSession> AS_SESSION = row(SESSION.ID, JooqPeople.AS_PERSON,
			SESSION.CREATED_AT, SESSION.LAST_SEEN_AT, SESSION.STEPPED_UP_AT, SESSION.ADDRESS, SESSION.BROWSER,
			SESSION.ENDED_AT)
		.mapping(JooqSessions::session);

	private final DSLContext jooq;

	JooqSessions(DSLContext jooq) {
		this.jooq = jooq;
	}

	private static SignedInSession session(UUID id, Person person, Instant since, Instant seen, Instant steppedUp,
			String address, String browser, @Nullable Instant ended) {
		return new SignedInSession(new SessionId(id), person, since, seen, steppedUp, address, browser, ended);
	}

	@Override
	public void add(SignedInSession session) {
		this.jooq.insertInto(SESSION)
			.set(SESSION.ID, session.id().value())
			.set(SESSION.PERSON_ID, session.person().id().value())
			.set(SESSION.CREATED_AT, session.since())
			.set(SESSION.LAST_SEEN_AT, session.lastSeen())
			.set(SESSION.STEPPED_UP_AT, session.steppedUp())
			.set(SESSION.ADDRESS, session.address())
			.set(SESSION.BROWSER, session.browser())
			.execute();
	}

	@Override
	public Optional<SignedInSession> find(SessionId id) {
		return sessions().where(SESSION.ID.eq(id.value())).fetchOptional((found) -> found.value1());
	}

	@Override
	public List<SignedInSession> open(Instant seenAfter) {
		return open(SESSION.LAST_SEEN_AT.gt(seenAfter));
	}

	@Override
	public List<SignedInSession> open(PersonId person, Instant seenAfter) {
		return open(SESSION.LAST_SEEN_AT.gt(seenAfter).and(SESSION.PERSON_ID.eq(person.value())));
	}

	private List<SignedInSession> open(Condition condition) {
		return sessions().where(SESSION.ENDED_AT.isNull())
			.and(condition)
			.orderBy(SESSION.CREATED_AT.desc())
			.fetch((found) -> found.value1());
	}

	private SelectOnConditionStep<org.jooq.Record1<SignedInSession>> sessions() {
		return this.jooq.select(AS_SESSION).from(SESSION).join(PERSON).on(PERSON.ID.eq(SESSION.PERSON_ID));
	}

	@Override
	public Set<SessionId> over(Collection<SessionId> ids, Instant seenAfter, Instant sinceAfter) {
		return this.jooq.select(SESSION.ID)
			.from(SESSION)
			.join(PERSON)
			.on(PERSON.ID.eq(SESSION.PERSON_ID))
			.where(SESSION.ID.in(ids.stream().map(SessionId::value).toList()))
			.and(SESSION.ENDED_AT.isNotNull()
				.or(PERSON.ENABLED.isFalse())
				.or(SESSION.LAST_SEEN_AT.le(seenAfter))
				.or(SESSION.CREATED_AT.le(sinceAfter)))
			.fetch((found) -> new SessionId(found.value1()))
			.stream()
			.collect(toSet());
	}

	@Override
	public void seen(SessionId id, Instant now) {
		this.jooq.update(SESSION).set(SESSION.LAST_SEEN_AT, now).where(SESSION.ID.eq(id.value())).execute();
	}

	@Override
	public void steppedUp(SessionId id, Instant now) {
		this.jooq.update(SESSION).set(SESSION.STEPPED_UP_AT, now).where(SESSION.ID.eq(id.value())).execute();
	}

	@Override
	public boolean end(SessionId id, Instant now) {
		return this.jooq.update(SESSION)
			.set(SESSION.ENDED_AT, now)
			.where(SESSION.ID.eq(id.value()))
			.and(SESSION.ENDED_AT.isNull())
			.execute() == 1;
	}

	@Override
	public void forget(Instant before) {
		this.jooq.deleteFrom(SESSION).where(SESSION.LAST_SEEN_AT.lt(before)).execute();
	}

}

package io.watchfloor.security.persistence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import io.watchfloor.security.LinkStore;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.Token;

import static io.watchfloor.db.schema.security.Tables.SIGN_IN_LINK;

@Repository
class JooqLinks implements LinkStore {

	private final DSLContext jooq;

	JooqLinks(DSLContext jooq) {
		this.jooq = jooq;
	}

	private static Link link(@Nullable UUID person, Instant expires) {
		return new Link((person != null) ? new PersonId(person) : null, expires);
	}

	private static Condition usableAt(Token token, Instant now) {
		return SIGN_IN_LINK.TOKEN_HASH.eq(token.hash())
			.and(SIGN_IN_LINK.USED_AT.isNull())
			.and(SIGN_IN_LINK.EXPIRES_AT.gt(now));
	}

	@Override
	public void add(Token token, @Nullable PersonId person, Instant now, Instant expires) {
		withdraw(person);
		insert(token, person, now, expires);
	}

	@Override
	public void addBeside(Token token, Instant now, Instant expires) {
		insert(token, null, now, expires);
	}

	private void insert(Token token, @Nullable PersonId person, Instant now, Instant expires) {
		this.jooq.insertInto(SIGN_IN_LINK)
			.set(SIGN_IN_LINK.TOKEN_HASH, token.hash())
			.set(SIGN_IN_LINK.PERSON_ID, (person != null) ? person.value() : null)
			.set(SIGN_IN_LINK.CREATED_AT, now)
			.set(SIGN_IN_LINK.EXPIRES_AT, expires)
			.execute();
	}

	@Override
	public Optional<Link> usable(Token token, Instant now) {
		return this.jooq.select(SIGN_IN_LINK.PERSON_ID, SIGN_IN_LINK.EXPIRES_AT)
			.from(SIGN_IN_LINK)
			.where(usableAt(token, now))
			.fetchOptional((found) -> link(found.value1(), found.value2()));
	}

	// One statement: PostgreSQL lets the second of two concurrent updates wait for the
	// first and then look at the condition again, which no longer holds.
	@Override
	public Optional<Link> take(Token token, Instant now) {
		return this.jooq.update(SIGN_IN_LINK)
			.set(SIGN_IN_LINK.USED_AT, now)
			.where(usableAt(token, now))
			.returningResult(SIGN_IN_LINK.PERSON_ID, SIGN_IN_LINK.EXPIRES_AT)
			.fetchOptional((found) -> link(found.value1(), found.value2()));
	}

	@Override
	public void withdraw(@Nullable PersonId person) {
		this.jooq.deleteFrom(SIGN_IN_LINK)
			.where(SIGN_IN_LINK.PERSON_ID.isNotDistinctFrom((person != null) ? person.value() : null))
			.and(SIGN_IN_LINK.USED_AT.isNull())
			.execute();
	}

}

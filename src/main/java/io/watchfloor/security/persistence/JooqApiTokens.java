package io.watchfloor.security.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import io.watchfloor.security.ApiToken;
import io.watchfloor.security.ApiTokenId;
import io.watchfloor.security.ApiTokenStore;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;

import static io.watchfloor.db.schema.security.Tables.API_TOKEN;
import static io.watchfloor.db.schema.security.Tables.PERSON;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

@Repository
class JooqApiTokens implements ApiTokenStore {

	private static final SelectField<ApiToken> AS_TOKEN = row(API_TOKEN.ID, JooqPeople.AS_PERSON, API_TOKEN.NAME,
			API_TOKEN.SCOPES, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT, API_TOKEN.LAST_USED_AT,
			API_TOKEN.LAST_ADDRESS, API_TOKEN.REVOKED_AT)
		.mapping(JooqApiTokens::token);

	private final DSLContext jooq;

	JooqApiTokens(DSLContext jooq) {
		this.jooq = jooq;
	}

	private static ApiToken token(UUID id, Person person, String name, String[] scopes, Instant created,
			Instant expires, @Nullable Instant lastUsed, @Nullable String address, @Nullable Instant revoked) {
		return new ApiToken(new ApiTokenId(id), person, name, permissions(scopes), created, expires, lastUsed, address,
				revoked);
	}

	// A permission that a later version no longer knows is none
	private static Set<Permission> permissions(String[] scopes) {
		Set<String> written = Set.copyOf(Arrays.asList(scopes));
		return Arrays.stream(Permission.values())
			.filter((permission) -> written.contains(permission.name()))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public void add(ApiToken token, byte[] hash) {
		this.jooq.insertInto(API_TOKEN)
			.set(API_TOKEN.ID, token.id().value())
			.set(API_TOKEN.PERSON_ID, token.person().id().value())
			.set(API_TOKEN.NAME, token.name())
			.set(API_TOKEN.TOKEN_HASH, hash)
			.set(API_TOKEN.SCOPES, token.scopes().stream().map(Permission::name).sorted().toArray(String[]::new))
			.set(API_TOKEN.CREATED_AT, token.created())
			.set(API_TOKEN.EXPIRES_AT, token.expires())
			.execute();
	}

	@Override
	public Optional<ApiToken> withHash(byte[] hash) {
		return list(API_TOKEN.TOKEN_HASH.eq(hash)).stream().findFirst();
	}

	@Override
	public Optional<ApiToken> find(ApiTokenId id) {
		return list(API_TOKEN.ID.eq(id.value())).stream().findFirst();
	}

	@Override
	public List<ApiToken> all() {
		return list(noCondition());
	}

	@Override
	public List<ApiToken> of(PersonId person) {
		return list(API_TOKEN.PERSON_ID.eq(person.value()));
	}

	private List<ApiToken> list(Condition which) {
		return this.jooq.select(AS_TOKEN)
			.from(API_TOKEN)
			.join(PERSON)
			.on(PERSON.ID.eq(API_TOKEN.PERSON_ID))
			.where(which)
			.orderBy(API_TOKEN.REVOKED_AT.isNotNull(), API_TOKEN.CREATED_AT.desc())
			.fetch((found) -> found.value1());
	}

	@Override
	public void used(ApiTokenId id, Instant now, String address) {
		this.jooq.update(API_TOKEN)
			.set(API_TOKEN.LAST_USED_AT, now)
			.set(API_TOKEN.LAST_ADDRESS, address)
			.where(API_TOKEN.ID.eq(id.value()))
			.execute();
	}

	@Override
	public boolean revoke(ApiTokenId id, Instant now) {
		return this.jooq.update(API_TOKEN)
			.set(API_TOKEN.REVOKED_AT, now)
			.where(API_TOKEN.ID.eq(id.value()))
			.and(API_TOKEN.REVOKED_AT.isNull())
			.execute() == 1;
	}

}

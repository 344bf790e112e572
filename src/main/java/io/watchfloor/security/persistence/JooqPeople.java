package io.watchfloor.security.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Grant;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Role;

import static io.watchfloor.db.schema.security.Tables.PERSON;
import static io.watchfloor.db.schema.security.Tables.PERSON_ROLE;
import static io.watchfloor.db.schema.security.Tables.ROLE_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

@Repository
class JooqPeople implements PersonStore {

	private static final Field<Set<Role>> ROLES = multiset(
			select(PERSON_ROLE.ROLE).from(PERSON_ROLE).where(PERSON_ROLE.PERSON_ID.eq(PERSON.ID)))
		.convertFrom((rows) -> rows.stream().map((row) -> Role.valueOf(row.value1())).collect(Collectors.toSet()));

	private static final Field<Set<Grant>> GRANTS = multiset(
			select(ROLE_GRANT.ROLE, ROLE_GRANT.SYSTEM, ROLE_GRANT.ENVIRONMENT, ROLE_GRANT.UP_TO).from(ROLE_GRANT)
				.where(ROLE_GRANT.PERSON_ID.eq(PERSON.ID)))
		.convertFrom((rows) -> rows.stream()
			.map((row) -> new Grant(Role.valueOf(row.value1()), row.value2(), row.value3(), Risk.valueOf(row.value4())))
			.collect(Collectors.toSet()));

	/** A person as one column, for this and other queries that join the table. */
	static final SelectField<Person> AS_PERSON = row(PERSON.ID, PERSON.NAME, PERSON.DISPLAY_NAME, ROLES, GRANTS,
			PERSON.ENABLED, field(PERSON.PASSWORD_HASH.isNotNull()), field(PERSON.OIDC_ISSUER.isNotNull()),
			PERSON.CREATED_AT)
		.mapping(JooqPeople::person);

	private final DSLContext jooq;

	JooqPeople(DSLContext jooq) {
		this.jooq = jooq;
	}

	private static Person person(UUID id, String name, String displayName, Set<Role> roles, Set<Grant> grants,
			Boolean enabled, Boolean hasPassword, Boolean external, Instant created) {
		return new Person(new PersonId(id), name, displayName, roles, grants, enabled, hasPassword, external, created);
	}

	@Override
	public List<Person> all() {
		return this.jooq.select(AS_PERSON).from(PERSON).orderBy(lower(PERSON.NAME)).fetch((found) -> found.value1());
	}

	@Override
	public Optional<Person> find(PersonId id) {
		return one(PERSON.ID.eq(id.value()));
	}

	@Override
	public Optional<Person> named(String name) {
		return one(lower(PERSON.NAME).eq(lower(name)));
	}

	@Override
	public Optional<Person> external(String issuer, String subject) {
		return one(PERSON.OIDC_ISSUER.eq(issuer).and(PERSON.OIDC_SUBJECT.eq(subject)));
	}

	private Optional<Person> one(Condition condition) {
		return this.jooq.select(AS_PERSON).from(PERSON).where(condition).fetchOptional((found) -> found.value1());
	}

	@Override
	public Optional<String> passwordHash(PersonId id) {
		return this.jooq.select(PERSON.PASSWORD_HASH)
			.from(PERSON)
			.where(PERSON.ID.eq(id.value()))
			.fetchOptional(PERSON.PASSWORD_HASH);
	}

	@Override
	public boolean add(Person person, @Nullable String issuer, @Nullable String subject) {
		int added = this.jooq.insertInto(PERSON)
			.set(PERSON.ID, person.id().value())
			.set(PERSON.NAME, person.name())
			.set(PERSON.DISPLAY_NAME, person.displayName())
			.set(PERSON.OIDC_ISSUER, issuer)
			.set(PERSON.OIDC_SUBJECT, subject)
			.set(PERSON.ENABLED, person.enabled())
			.set(PERSON.CREATED_AT, person.created())
			.onConflictDoNothing()
			.execute();
		if (added == 1) {
			roles(person.id(), person.roles());
		}
		return added == 1;
	}

	@Override
	public void roles(PersonId id, Set<Role> roles) {
		this.jooq.deleteFrom(PERSON_ROLE).where(PERSON_ROLE.PERSON_ID.eq(id.value())).execute();
		roles.forEach((role) -> this.jooq.insertInto(PERSON_ROLE)
			.set(PERSON_ROLE.PERSON_ID, id.value())
			.set(PERSON_ROLE.ROLE, role.name())
			.execute());
	}

	@Override
	public void grants(PersonId id, Set<Grant> grants) {
		this.jooq.deleteFrom(ROLE_GRANT).where(ROLE_GRANT.PERSON_ID.eq(id.value())).execute();
		grants.forEach((grant) -> this.jooq.insertInto(ROLE_GRANT)
			.set(ROLE_GRANT.PERSON_ID, id.value())
			.set(ROLE_GRANT.ROLE, grant.role().name())
			.set(ROLE_GRANT.SYSTEM, grant.system())
			.set(ROLE_GRANT.ENVIRONMENT, grant.environment())
			.set(ROLE_GRANT.UP_TO, grant.upTo().name())
			.execute());
	}

	@Override
	public void enabled(PersonId id, boolean enabled) {
		set(id, PERSON.ENABLED, enabled);
	}

	@Override
	public void password(PersonId id, String hash) {
		set(id, PERSON.PASSWORD_HASH, hash);
	}

	@Override
	public void displayName(PersonId id, String displayName) {
		set(id, PERSON.DISPLAY_NAME, displayName);
	}

	private <T> void set(PersonId id, Field<T> column, T value) {
		this.jooq.update(PERSON).set(column, value).where(PERSON.ID.eq(id.value())).execute();
	}

	@Override
	public int administrators(boolean externalToo) {
		return this.jooq.select(PERSON.ID)
			.from(PERSON)
			.where(PERSON.ENABLED)
			.and(PERSON.PASSWORD_HASH.isNotNull().or(externalToo ? PERSON.OIDC_ISSUER.isNotNull() : falseCondition()))
			.and(PERSON.ID.in(select(PERSON_ROLE.PERSON_ID).from(PERSON_ROLE)
				.where(PERSON_ROLE.ROLE.eq(Role.ADMINISTRATOR.name()))))
			.orderBy(PERSON.ID)
			.forUpdate()
			.fetch()
			.size();
	}

}

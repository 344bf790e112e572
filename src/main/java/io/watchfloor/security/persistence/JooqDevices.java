package io.watchfloor.security.persistence;

import java.time.Instant;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import io.watchfloor.security.DeviceStore;
import io.watchfloor.security.PersonId;
import io.watchfloor.security.Token;

import static io.watchfloor.db.schema.security.Tables.KNOWN_DEVICE;
import static org.jooq.impl.DSL.select;

@Repository
class JooqDevices implements DeviceStore {

	private static final int MOST = 20;

	private final DSLContext jooq;

	JooqDevices(DSLContext jooq) {
		this.jooq = jooq;
	}

	@Override
	public boolean knows(PersonId person, Token device) {
		return this.jooq.fetchExists(KNOWN_DEVICE,
				KNOWN_DEVICE.TOKEN_HASH.eq(device.hash()).and(KNOWN_DEVICE.PERSON_ID.eq(person.value())));
	}

	@Override
	public void remember(PersonId person, Token device, Instant now) {
		this.jooq.insertInto(KNOWN_DEVICE)
			.set(KNOWN_DEVICE.TOKEN_HASH, device.hash())
			.set(KNOWN_DEVICE.PERSON_ID, person.value())
			.set(KNOWN_DEVICE.CREATED_AT, now)
			.set(KNOWN_DEVICE.LAST_USED, now)
			.onConflict(KNOWN_DEVICE.TOKEN_HASH)
			.doUpdate()
			.set(KNOWN_DEVICE.PERSON_ID, person.value())
			.set(KNOWN_DEVICE.LAST_USED, now)
			.execute();
		this.jooq.deleteFrom(KNOWN_DEVICE)
			.where(KNOWN_DEVICE.TOKEN_HASH.in(select(KNOWN_DEVICE.TOKEN_HASH).from(KNOWN_DEVICE)
				.where(KNOWN_DEVICE.PERSON_ID.eq(person.value()))
				.orderBy(KNOWN_DEVICE.LAST_USED.desc())
				.offset(MOST)))
			.execute();
	}

	@Override
	public void forget(PersonId person) {
		this.jooq.deleteFrom(KNOWN_DEVICE).where(KNOWN_DEVICE.PERSON_ID.eq(person.value())).execute();
	}

}

package io.watchfloor.runbook.git.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Revision;
import io.watchfloor.runbook.git.PullState;
import io.watchfloor.runbook.git.PullStore;
import io.watchfloor.runbook.git.PulledFile;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

@Repository
class JooqPullStore implements PullStore {

	private static final Table<Record> GIT_PULL = table(name("runbook", "git_pull"));

	private static final Table<Record> GIT_DOCUMENT = table(name("runbook", "git_document"));

	private static final Field<String> SYSTEM = field(name("system"), String.class);

	private static final Field<String> URL = field(name("url"), String.class);

	private static final Field<String> BRANCH = field(name("branch"), String.class);

	private static final Field<String> FOLDER = field(name("folder"), String.class);

	private static final Field<String> COMMIT_NAME = field(name("commit_name"), String.class);

	private static final Field<String> SUBJECT = field(name("subject"), String.class);

	private static final Field<String> AUTHOR = field(name("author"), String.class);

	private static final Field<Instant> COMMITTED_AT = field(name("committed_at"), Instant.class);

	private static final Field<Instant> PULLED_AT = field(name("pulled_at"), Instant.class);

	private static final Field<Instant> TRIED_AT = field(name("tried_at"), Instant.class);

	private static final Field<String> TROUBLE = field(name("trouble"), String.class);

	private static final Field<Instant> WANTED_AT = field(name("wanted_at"), Instant.class);

	private static final Field<String> WANTED_BY = field(name("wanted_by"), String.class);

	private static final Field<Instant> CLAIMED_UNTIL = field(name("claimed_until"), Instant.class);

	private static final Field<String> FILE = field(name("file"), String.class);

	private static final Field<String> PATH = field(name("path"), String.class);

	private static final Field<byte[]> CONTENT = field(name("content"), byte[].class);

	private final DSLContext jooq;

	JooqPullStore(DSLContext jooq) {
		this.jooq = jooq;
	}

	@Override
	public List<PullState> states() {
		return this.jooq
			.select(SYSTEM, URL, BRANCH, FOLDER, COMMIT_NAME, SUBJECT, AUTHOR, COMMITTED_AT, PULLED_AT, TRIED_AT,
					TROUBLE, WANTED_AT)
			.from(GIT_PULL)
			.orderBy(SYSTEM)
			.fetch(JooqPullStore::state);
	}

	private static PullState state(Record row) {
		return new PullState(new SystemId(row.get(SYSTEM)), row.get(URL), row.get(BRANCH), row.get(FOLDER),
				revision(row), row.get(PULLED_AT), row.get(TRIED_AT), row.get(TROUBLE), row.get(WANTED_AT));
	}

	private static @Nullable Revision revision(Record row) {
		String commit = row.get(COMMIT_NAME);
		return (commit == null) ? null : new Revision(commit, row.get(SUBJECT), row.get(AUTHOR), row.get(COMMITTED_AT));
	}

	@Override
	public List<PulledFile> files(SystemId system) {
		return this.jooq.select(FILE, PATH, CONTENT, TROUBLE)
			.from(GIT_DOCUMENT)
			.where(SYSTEM.eq(system.value()))
			.orderBy(PATH)
			.fetch((row) -> new PulledFile(row.get(FILE), row.get(PATH), row.get(CONTENT), row.get(TROUBLE)));
	}

	@Override
	public void want(SystemId system, GitSource source, Instant at, String by) {
		this.jooq.insertInto(GIT_PULL)
			.set(SYSTEM, system.value())
			.set(URL, source.url())
			.set(BRANCH, source.branch())
			.set(FOLDER, source.folder())
			.set(WANTED_AT, at)
			.set(WANTED_BY, by)
			.onConflict(SYSTEM)
			.doUpdate()
			.set(WANTED_AT, at)
			.set(WANTED_BY, by)
			.execute();
	}

	/** What is asked for while this one is under way is asked for again. */
	@Override
	public Optional<String> claim(SystemId system, Instant now, Instant until) {
		return this.jooq.update(GIT_PULL)
			.set(CLAIMED_UNTIL, until)
			.setNull(WANTED_AT)
			.where(SYSTEM.eq(system.value()))
			.and(CLAIMED_UNTIL.isNull().and(WANTED_AT.isNotNull()).or(CLAIMED_UNTIL.lt(now)))
			.returning(WANTED_BY)
			.fetchOptional((row) -> String.valueOf(row.get(WANTED_BY)));
	}

	@Override
	public void pulled(SystemId system, GitSource source, Revision revision, List<PulledFile> files, Instant at) {
		this.jooq.transaction((transaction) -> {
			transaction.dsl()
				.update(GIT_PULL)
				.set(URL, source.url())
				.set(BRANCH, source.branch())
				.set(FOLDER, source.folder())
				.set(COMMIT_NAME, revision.commit())
				.set(SUBJECT, revision.subject())
				.set(AUTHOR, revision.author())
				.set(COMMITTED_AT, revision.at())
				.set(PULLED_AT, at)
				.set(TRIED_AT, at)
				.setNull(TROUBLE)
				.setNull(CLAIMED_UNTIL)
				.where(SYSTEM.eq(system.value()))
				.execute();
			transaction.dsl().deleteFrom(GIT_DOCUMENT).where(SYSTEM.eq(system.value())).execute();
			for (PulledFile file : files) {
				transaction.dsl()
					.insertInto(GIT_DOCUMENT)
					.set(SYSTEM, system.value())
					.set(FILE, file.file())
					.set(PATH, file.path())
					.set(CONTENT, file.content())
					.set(TROUBLE, file.trouble())
					.execute();
			}
		});
	}

	@Override
	public void same(SystemId system, Instant at) {
		this.jooq.update(GIT_PULL)
			.set(PULLED_AT, at)
			.set(TRIED_AT, at)
			.setNull(TROUBLE)
			.setNull(CLAIMED_UNTIL)
			.where(SYSTEM.eq(system.value()))
			.execute();
	}

	@Override
	public void failed(SystemId system, String trouble, Instant at) {
		this.jooq.update(GIT_PULL)
			.set(TRIED_AT, at)
			.set(TROUBLE, trouble)
			.setNull(CLAIMED_UNTIL)
			.where(SYSTEM.eq(system.value()))
			.execute();
	}

}

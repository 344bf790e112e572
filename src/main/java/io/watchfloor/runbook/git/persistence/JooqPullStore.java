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
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.runbook.Tables.GIT_DOCUMENT;
import static io.watchfloor.db.schema.runbook.Tables.GIT_PULL;

@Repository
class JooqPullStore implements PullStore {

	private final DSLContext jooq;

	JooqPullStore(DSLContext jooq) {
		this.jooq = jooq;
	}

	@Override
	public List<PullState> states() {
		return this.jooq
			.select(GIT_PULL.SYSTEM, GIT_PULL.URL, GIT_PULL.BRANCH, GIT_PULL.FOLDER, GIT_PULL.COMMIT_NAME,
					GIT_PULL.SUBJECT, GIT_PULL.AUTHOR, GIT_PULL.COMMITTED_AT, GIT_PULL.PULLED_AT, GIT_PULL.TRIED_AT,
					GIT_PULL.TROUBLE, GIT_PULL.WANTED_AT)
			.from(GIT_PULL)
			.orderBy(GIT_PULL.SYSTEM)
			.fetch(JooqPullStore::state);
	}

	private static PullState state(Record row) {
		return new PullState(new SystemId(row.get(GIT_PULL.SYSTEM)), row.get(GIT_PULL.URL), row.get(GIT_PULL.BRANCH),
				row.get(GIT_PULL.FOLDER), revision(row), row.get(GIT_PULL.PULLED_AT), row.get(GIT_PULL.TRIED_AT),
				row.get(GIT_PULL.TROUBLE), row.get(GIT_PULL.WANTED_AT));
	}

	private static @Nullable Revision revision(Record row) {
		String commit = row.get(GIT_PULL.COMMIT_NAME);
		return (commit == null) ? null : new Revision(commit, row.get(GIT_PULL.SUBJECT), row.get(GIT_PULL.AUTHOR),
				row.get(GIT_PULL.COMMITTED_AT));
	}

	@Override
	public List<PulledFile> files(SystemId system) {
		return this.jooq.select(GIT_DOCUMENT.FILE, GIT_DOCUMENT.PATH, GIT_DOCUMENT.CONTENT, GIT_DOCUMENT.TROUBLE)
			.from(GIT_DOCUMENT)
			.where(GIT_DOCUMENT.SYSTEM.eq(system.value()))
			.orderBy(GIT_DOCUMENT.PATH)
			.fetch((row) -> new PulledFile(row.get(GIT_DOCUMENT.FILE), row.get(GIT_DOCUMENT.PATH),
					row.get(GIT_DOCUMENT.CONTENT), row.get(GIT_DOCUMENT.TROUBLE)));
	}

	@Override
	public void want(SystemId system, GitSource source, Instant at, String by) {
		this.jooq.insertInto(GIT_PULL)
			.set(GIT_PULL.SYSTEM, system.value())
			.set(GIT_PULL.URL, source.url())
			.set(GIT_PULL.BRANCH, source.branch())
			.set(GIT_PULL.FOLDER, source.folder())
			.set(GIT_PULL.WANTED_AT, at)
			.set(GIT_PULL.WANTED_BY, by)
			.onConflict(GIT_PULL.SYSTEM)
			.doUpdate()
			.set(GIT_PULL.WANTED_AT, at)
			.set(GIT_PULL.WANTED_BY, by)
			.execute();
	}

	/** What is asked for while this one is under way is asked for again. */
	@Override
	public Optional<String> claim(SystemId system, Instant now, Instant until) {
		return this.jooq.update(GIT_PULL)
			.set(GIT_PULL.CLAIMED_UNTIL, until)
			.setNull(GIT_PULL.WANTED_AT)
			.where(GIT_PULL.SYSTEM.eq(system.value()))
			.and(GIT_PULL.CLAIMED_UNTIL.isNull().and(GIT_PULL.WANTED_AT.isNotNull()).or(GIT_PULL.CLAIMED_UNTIL.lt(now)))
			.returning(GIT_PULL.WANTED_BY)
			.fetchOptional((row) -> String.valueOf(row.get(GIT_PULL.WANTED_BY)));
	}

	@Override
	public void pulled(SystemId system, GitSource source, Revision revision, List<PulledFile> files, Instant at) {
		this.jooq.transaction((transaction) -> {
			transaction.dsl()
				.update(GIT_PULL)
				.set(GIT_PULL.URL, source.url())
				.set(GIT_PULL.BRANCH, source.branch())
				.set(GIT_PULL.FOLDER, source.folder())
				.set(GIT_PULL.COMMIT_NAME, revision.commit())
				.set(GIT_PULL.SUBJECT, revision.subject())
				.set(GIT_PULL.AUTHOR, revision.author())
				.set(GIT_PULL.COMMITTED_AT, revision.at())
				.set(GIT_PULL.PULLED_AT, at)
				.set(GIT_PULL.TRIED_AT, at)
				.setNull(GIT_PULL.TROUBLE)
				.setNull(GIT_PULL.CLAIMED_UNTIL)
				.where(GIT_PULL.SYSTEM.eq(system.value()))
				.execute();
			transaction.dsl().deleteFrom(GIT_DOCUMENT).where(GIT_DOCUMENT.SYSTEM.eq(system.value())).execute();
			for (PulledFile file : files) {
				transaction.dsl()
					.insertInto(GIT_DOCUMENT)
					.set(GIT_DOCUMENT.SYSTEM, system.value())
					.set(GIT_DOCUMENT.FILE, file.file())
					.set(GIT_DOCUMENT.PATH, file.path())
					.set(GIT_DOCUMENT.CONTENT, file.content())
					.set(GIT_DOCUMENT.TROUBLE, file.trouble())
					.execute();
			}
		});
	}

	@Override
	public void same(SystemId system, Instant at) {
		this.jooq.update(GIT_PULL)
			.set(GIT_PULL.PULLED_AT, at)
			.set(GIT_PULL.TRIED_AT, at)
			.setNull(GIT_PULL.TROUBLE)
			.setNull(GIT_PULL.CLAIMED_UNTIL)
			.where(GIT_PULL.SYSTEM.eq(system.value()))
			.execute();
	}

	@Override
	public void failed(SystemId system, String trouble, Instant at) {
		this.jooq.update(GIT_PULL)
			.set(GIT_PULL.TRIED_AT, at)
			.set(GIT_PULL.TROUBLE, trouble)
			.setNull(GIT_PULL.CLAIMED_UNTIL)
			.where(GIT_PULL.SYSTEM.eq(system.value()))
			.execute();
	}

}

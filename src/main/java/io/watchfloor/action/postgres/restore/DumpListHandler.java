package io.watchfloor.action.postgres.restore;

import java.time.Clock;

import io.watchfloor.kernel.Counted;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.action.postgres.PostgresTargets;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** A dump that can be read to its end is whole; the server is not asked. */
@Component
class DumpListHandler implements ReadHandler<DumpList> {

	private final PgRestore tool;

	private final PlainRestore plain;

	private final Clock clock;

	DumpListHandler(PostgresServers servers, PgRestore tool, Clock clock) {
		this.tool = tool;
		this.plain = new PlainRestore(servers);
		this.clock = clock;
	}

	@Override
	public ActionType<DumpList> type() {
		return new ActionType<>("postgres.dump-list", DumpList.class, PostgresTargets.KIND);
	}

	@Override
	public Reading read(DumpList action, Target target, RunContext context) {
		DumpFile file = DumpFile.of(action.dump(), target);
		DumpContents contents = PlainRestore.reads(file) ? this.plain.contents(file) : this.tool.contents(file);
		double rows = contents.allRows();
		return new Reading(true,
				Counted.of(contents.rows().size(), "table") + ", " + Counted.of(contents.allRows(), "row") + ", "
						+ DumpFile.words(file.size()) + " of " + file.modified(),
				rows, "rows", null, contents.list(), "pg_restore --list " + file.path(), this.clock.instant());
	}

}

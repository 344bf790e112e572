package io.watchfloor.runbook.git;

import java.time.Instant;

import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.runbook.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How a system's repository stands.
 *
 * @param url what the documents came from, with branch and folder
 * @param revision what is shown; null before the first pull
 * @param pulledAt when a pull worked last
 * @param triedAt when one was tried last
 * @param trouble why the last one failed; null when it worked
 * @param wantedAt since when one is asked for; null when none is
 */
public record PullState(SystemId system, String url, String branch, String folder, @Nullable Revision revision,
		@Nullable Instant pulledAt, @Nullable Instant triedAt, @Nullable String trouble, @Nullable Instant wantedAt) {

	/** Whether the documents are those of the repository that the catalog names. */
	public boolean of(GitSource source) {
		return this.url.equals(source.url()) && this.branch.equals(source.branch())
				&& this.folder.equals(source.folder());
	}

}

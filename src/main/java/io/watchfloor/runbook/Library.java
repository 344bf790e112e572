package io.watchfloor.runbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;

import org.springframework.stereotype.Service;

/** The runbooks as people see them, after asking whether they may. */
@Service
public class Library {

	private final Runbooks runbooks;

	private final Authority authority;

	Library(Runbooks runbooks, Authority authority) {
		this.runbooks = runbooks;
		this.authority = authority;
	}

	/** Every runbook, by system and file. */
	public List<Runbook> all() {
		return readable().all();
	}

	/** Finds one. */
	public Optional<Runbook> find(RunbookId id) {
		return readable().find(id);
	}

	/** What is wrong with files. */
	public List<Runbooks.Trouble> troubles() {
		return readable().troubles();
	}

	/** When the files were last looked at. */
	public Optional<Instant> readAt() {
		return readable().readAt();
	}

	/** Which version of a repository a runbook is; empty when it comes from a folder. */
	public Optional<Revision> revision(RunbookId id) {
		return readable().revision(id);
	}

	private Runbooks readable() {
		this.authority.require(Permission.VIEW);
		return this.runbooks;
	}

}

package io.watchfloor.runbook.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;

/** A repository as a team, or somebody who means harm, pushes it. */
final class TeamRepository implements AutoCloseable {

	private final Path folder;

	private final FileRepository repository;

	private final Map<String, Entry> entries = new TreeMap<>();

	TeamRepository(Path folder) throws IOException {
		this.folder = folder;
		this.repository = new FileRepository(folder.toFile());
		this.repository.create(true);
	}

	String url() {
		return "file://" + this.folder;
	}

	FileRepository repository() {
		return this.repository;
	}

	TeamRepository file(String path, String text) {
		return file(path, text.getBytes(StandardCharsets.UTF_8));
	}

	TeamRepository file(String path, byte[] content) {
		this.entries.put(path, new Entry(content, FileMode.REGULAR_FILE));
		return this;
	}

	TeamRepository link(String path, String target) {
		this.entries.put(path, new Entry(target.getBytes(StandardCharsets.UTF_8), FileMode.SYMLINK));
		return this;
	}

	TeamRepository submodule(String path) {
		this.entries.put(path, new Entry(new byte[0], FileMode.GITLINK));
		return this;
	}

	TeamRepository without(String path) {
		this.entries.remove(path);
		return this;
	}

	/** Commits everything to a branch. */
	String push(String branch, String subject) throws IOException {
		try (ObjectInserter inserter = this.repository.newObjectInserter()) {
			DirCache cache = DirCache.newInCore();
			DirCacheBuilder builder = cache.builder();
			for (Map.Entry<String, Entry> entry : this.entries.entrySet()) {
				DirCacheEntry added = new DirCacheEntry(entry.getKey());
				added.setFileMode(entry.getValue().mode());
				added.setObjectId(entry.getValue().mode().equals(FileMode.GITLINK)
						? ObjectId.fromString("1234567890123456789012345678901234567890")
						: inserter.insert(Constants.OBJ_BLOB, entry.getValue().content()));
				builder.add(added);
			}
			builder.finish();
			CommitBuilder commit = new CommitBuilder();
			commit.setTreeId(cache.writeTree(inserter));
			ObjectId before = this.repository.resolve("refs/heads/" + branch);
			if (before != null) {
				commit.setParentId(before);
			}
			PersonIdent ada = new PersonIdent("Ada", "ada@example.com", Instant.parse("2026-01-02T03:04:05Z"),
					ZoneOffset.UTC);
			commit.setAuthor(ada);
			commit.setCommitter(ada);
			commit.setMessage(subject + "\n\nA body.\n");
			ObjectId id = inserter.insert(commit);
			inserter.flush();
			RefUpdate update = this.repository.updateRef("refs/heads/" + branch);
			update.setNewObjectId(id);
			update.forceUpdate();
			return id.name();
		}
	}

	@Override
	public void close() {
		this.repository.close();
	}

	@SuppressWarnings("ArrayRecordComponent") // nobody compares it
	private record Entry(byte[] content, FileMode mode) {
	}

}

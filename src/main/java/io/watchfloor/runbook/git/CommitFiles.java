package io.watchfloor.runbook.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.document.DocumentText;
import io.watchfloor.runbook.upload.FileName;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * Takes the Markdown files out of a commit. Nothing is checked out, so that no link, no
 * hook, no filter and no submodule of a repository means anything here.
 */
final class CommitFiles {

	private static final int MOST = 2_000;

	private static final long MOST_BYTES = 64_000_000;

	private final Repository repository;

	private final String folder;

	private final List<PulledFile> files = new ArrayList<>();

	private final Set<String> names = new HashSet<>();

	private long bytes;

	CommitFiles(Repository repository, String folder) {
		this.repository = repository;
		this.folder = folder;
	}

	List<PulledFile> of(RevTree tree) throws IOException {
		try (TreeWalk walk = new TreeWalk(this.repository)) {
			walk.addTree(tree);
			walk.setRecursive(false);
			if (!this.folder.isEmpty()) {
				walk.setFilter(PathFilter.create(this.folder));
			}
			while (walk.next()) {
				visit(walk);
			}
		}
		return this.files;
	}

	private void visit(TreeWalk walk) throws IOException {
		if (walk.isSubtree()) {
			if (!walk.getNameString().startsWith(".")) {
				walk.enterSubtree();
			}
			return;
		}
		String path = walk.getPathString();
		String inside = this.folder.isEmpty() ? path
				: path.substring(Math.min(path.length(), this.folder.length() + 1));
		boolean wanted = !walk.getNameString().startsWith(".")
				&& walk.getNameString().matches("(?is).*\\.(md|markdown)");
		if (!wanted || inside.isEmpty()) {
			return;
		}
		if (this.files.size() >= MOST) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The repository holds more than " + MOST
					+ " Markdown files. Name the folder of the runbooks as git: folder in system.yaml.");
		}
		this.files.add(file(walk, inside));
	}

	private PulledFile file(TreeWalk walk, String path) throws IOException {
		String name = FileName.plain(path.replace('/', '-').replace('\\', '-'));
		if (!this.names.add(name)) {
			return new PulledFile(name, path, null, "It is left out: another file of the repository is called '" + name
					+ "' too, when its folders are written into the name.");
		}
		if (!FileMode.REGULAR_FILE.equals(walk.getRawMode(0)) && !FileMode.EXECUTABLE_FILE.equals(walk.getRawMode(0))) {
			return new PulledFile(name, path, null,
					"It is a symbolic link or a submodule in the repository, which is not followed. Put the file itself there.");
		}
		try (ObjectReader reader = this.repository.newObjectReader()) {
			long size = reader.getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
			this.bytes += size;
			if (size > DocumentText.LARGEST) {
				return tooLarge(name, path);
			}
			if (this.bytes > MOST_BYTES) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD,
						"The repository's Markdown files have more than " + MOST_BYTES / 1_000_000
								+ " MB together. Name the folder of the runbooks as git: folder in system.yaml.");
			}
			return new PulledFile(name, path, reader.open(walk.getObjectId(0)).getBytes(DocumentText.LARGEST + 1),
					null);
		}
		catch (MissingObjectException leftBehind) {
			return tooLarge(name, path);
		}
	}

	private static PulledFile tooLarge(String name, String path) {
		return new PulledFile(name, path, null,
				"It is larger than " + DocumentText.LARGEST / 1_000_000 + " MB. Split it into several files.");
	}

}

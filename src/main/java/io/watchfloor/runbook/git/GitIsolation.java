package io.watchfloor.runbook.git;

import java.io.File;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the library from this machine's Git settings: a user's configuration could name
 * programs to run, rewrite addresses, or trust other certificates. Nothing is asked of
 * the git program either.
 */
final class GitIsolation extends SystemReader.Delegate {

	private GitIsolation(SystemReader reader) {
		super(reader);
	}

	static synchronized void enter() {
		if (!(SystemReader.getInstance() instanceof GitIsolation)) {
			SystemReader.setInstance(new GitIsolation(SystemReader.getInstance()));
		}
	}

	@Override
	public @Nullable String getenv(String variable) {
		return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
	}

	@Override
	public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
		return new Nothing(fs);
	}

	@Override
	public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
		return new Nothing(fs);
	}

	@Override
	public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
		return new Nothing(fs);
	}

	/** Settings that are never read nor written. */
	private static final class Nothing extends FileBasedConfig {

		Nothing(FS fs) {
			super(new File("nothing"), fs);
		}

		@Override
		public void load() {
			// there is nothing
		}

		@Override
		public void save() {
			// nothing is kept
		}

		@Override
		public boolean isOutdated() {
			return false;
		}

	}

}

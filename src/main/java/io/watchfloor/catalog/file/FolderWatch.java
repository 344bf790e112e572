package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the catalog read again when files change: at once where the file system announces
 * it, else at the next look. Waits until the files are at rest, because editors and
 * version control write in several steps.
 */
@Component
class FolderWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(FolderWatch.class);

	private final FolderCatalog catalog;

	private final CatalogProperties properties;

	private final Map<Path, WatchKey> watched = new HashMap<>();

	private volatile @Nullable WatchService service;

	FolderWatch(FolderCatalog catalog, CatalogProperties properties) {
		this.catalog = catalog;
		this.properties = properties;
	}

	@Override
	public void start() {
		try {
			WatchService opened = FileSystems.getDefault().newWatchService();
			this.service = opened;
			register(opened);
			this.catalog.refresh();
			Thread.ofVirtual().name("catalog-watch").start(() -> watch(opened));
		}
		catch (IOException exhausted) {
			logger.warn("The catalog is not watched: {}. Raise fs.inotify.max_user_instances and start again.",
					exhausted.getMessage());
		}
	}

	@Override
	public void stop() {
		WatchService open = this.service;
		this.service = null;
		if (open != null) {
			try {
				open.close();
			}
			catch (IOException ignored) {
				// nothing is lost with it
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.service != null;
	}

	private void watch(WatchService open) {
		try {
			while (true) {
				boolean announced = await(open, this.properties.poll());
				while (announced) {
					announced = await(open, this.properties.settle());
				}
				refresh(open);
			}
		}
		catch (InterruptedException | ClosedWatchServiceException stopped) {
			logger.debug("The catalog is no longer watched");
		}
	}

	private void refresh(WatchService open) {
		try {
			register(open);
			this.catalog.refresh();
		}
		catch (ClosedWatchServiceException stopped) {
			throw stopped;
		}
		catch (RuntimeException unexpected) {
			logger.warn("The catalog could not be read again; it is tried again in {}", this.properties.poll(),
					unexpected);
		}
	}

	private static boolean await(WatchService open, Duration patience) throws InterruptedException {
		WatchKey key = open.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
		if (key == null) {
			return false;
		}
		key.pollEvents();
		key.reset();
		return true;
	}

	/** Watches are per folder: new folders are added, gone ones forgotten. */
	private void register(WatchService open) {
		Map<Path, FileState> states = FileState.below(this.properties.folderPath());
		this.watched.values().removeIf((key) -> !key.isValid());
		states.forEach((path, state) -> {
			if (state.folder() && !this.watched.containsKey(path)) {
				register(open, path);
			}
		});
	}

	private void register(WatchService open, Path folder) {
		try {
			this.watched.put(folder, folder.register(open, StandardWatchEventKinds.ENTRY_CREATE,
					StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE));
		}
		catch (IOException unwatchable) {
			logger.debug("Not watched, only looked at: {}", folder, unwatchable);
		}
	}

}

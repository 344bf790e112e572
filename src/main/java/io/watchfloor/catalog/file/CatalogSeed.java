package io.watchfloor.catalog.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** Writes the shipped systems where no catalog is yet. */
final class CatalogSeed {

	private static final Logger logger = LoggerFactory.getLogger(CatalogSeed.class);

	private static final String ROOT = "/catalog/";

	private CatalogSeed() {
	}

	/**
	 * Seeds the folder unless it exists. The folder appears whole or not at all, so that
	 * a start that was cut short is made good by the next one.
	 */
	static void plant(Path folder, SystemSchema schema) {
		if (Files.exists(folder)) {
			return;
		}
		Path seedling = folder.resolveSibling("." + folder.getFileName() + ".seeding");
		try {
			FileSystemUtils.deleteRecursively(seedling);
			Files.createDirectories(seedling);
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:catalog/**")) {
				copy(resource, seedling);
			}
			Files.writeString(seedling.resolve(SystemSchema.FILE), schema.text(), StandardCharsets.UTF_8);
			Files.move(seedling, folder, StandardCopyOption.ATOMIC_MOVE);
			logger.info("Seeded the catalog at {}", folder);
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException("The catalog's folder " + folder
					+ " cannot be made. Make it writable, or name another one with " + "WATCHFLOOR_CATALOG.",
					unwritable);
		}
	}

	private static void copy(Resource resource, Path seedling) throws IOException {
		String url = resource.getURL().toString();
		String relative = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
		if (!resource.isReadable() || relative.isEmpty() || relative.endsWith("/")) {
			return;
		}
		Path file = seedling.resolve(relative);
		Files.createDirectories(file.getParent());
		try (InputStream stream = resource.getInputStream()) {
			Files.copy(stream, file);
		}
	}

}

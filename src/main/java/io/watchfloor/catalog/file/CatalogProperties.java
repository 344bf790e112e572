package io.watchfloor.catalog.file;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the catalog is. Paths are texts here because Spring would look for a {@link Path}
 * on the classpath first.
 *
 * @param folder of systems; seeded with the shipped ones while it does not exist
 * @param runbooks a folder of runbooks that systems list but that are kept elsewhere;
 * blank when there is none
 * @param settle how long the files must be at rest before they are read again
 * @param poll how often they are looked at where the file system announces nothing
 */
@Validated
@ConfigurationProperties("watchfloor.catalog")
record CatalogProperties(@DefaultValue("./data/catalog") @NotBlank String folder, @Nullable String runbooks,
		@DefaultValue("300ms") Duration settle, @DefaultValue("10s") Duration poll) {

	Path folderPath() {
		return Path.of(this.folder).toAbsolutePath().normalize();
	}

	@Nullable Path runbooksPath() {
		return (this.runbooks == null || this.runbooks.isBlank()) ? null
				: Path.of(this.runbooks).toAbsolutePath().normalize();
	}

}

package io.watchfloor.db;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console keeps what it knows.
 *
 * @param data the folder for everything outside the database
 */
@ConfigurationProperties("watchfloor")
record StoreSettings(@DefaultValue("data") String data) {

	Path folder() {
		return Path.of(data());
	}

}

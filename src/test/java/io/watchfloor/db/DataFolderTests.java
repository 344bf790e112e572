package io.watchfloor.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTests {

	@TempDir
	Path folder;

	@Test
	void belongsToOneConsoleAtATime() throws IOException {
		try (DataFolder first = DataFolder.open(this.folder)) {
			assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> DataFolder.open(first.path()))
				.withMessage("Another Watchfloor is running on the data folder %s.", this.folder)
				.satisfies((failure) -> assertThat(failure.mending()).contains("WATCHFLOOR_DATA"));
		}
		DataFolder.open(this.folder).close();
	}

	@Test
	void isItsOwnersAlone() throws IOException {
		try (DataFolder data = DataFolder.open(this.folder.resolve("new/one"))) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
				.isEqualTo("rwx------");
		}
	}

	@Test
	void saysWhenItCannotBeWritten() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> DataFolder.open(file))
			.withMessageContaining("cannot be used");
	}

}

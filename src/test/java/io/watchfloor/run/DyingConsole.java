package io.watchfloor.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.kernel.Risk;

/**
 * A console in a process of its own that confirms one step and is killed at a given
 * point. Its audit log and its target write to one journal file, forced to the disk, so
 * that the file shows what came first.
 */
final class DyingConsole {

	static final int KILLED = 137;

	private DyingConsole() {
	}

	/**
	 * Runs until it dies.
	 * @param arguments the database, the journal, the {@link CrashPoint}
	 */
	public static void main(String[] arguments) throws InterruptedException {
		RunHouse house = new RunHouse(RunHouse.pool(arguments[0]));
		Path journal = Path.of(arguments[1]);
		house.shelf.sending = (put, context) -> append(journal, "effect");
		CrashPoint.valueOf(arguments[2]).arm(house, () -> Runtime.getRuntime().halt(KILLED));
		Consumer<AuditEntry> after = house.audit.after;
		house.audit.after = (entry) -> {
			append(journal, entry.action());
			after.accept(entry);
		};
		RunId run = house.put("b", Risk.REVERSIBLE).start("sandbox");
		append(journal, "run " + run);
		house.confirm(run, "b", "");
		Thread.currentThread().join();
	}

	static void append(Path journal, String line) {
		try (FileChannel file = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
			file.force(true);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}

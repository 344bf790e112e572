package io.watchfloor.audit.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Verifies an exported audit log:
 * {@code VerifyExport FILE [--checkpoints FOLDER [--public-key FILE]]}. Ends with status
 * 0 when all is right, 1 when something was changed, 2 when it could not be tried.
 */
public final class VerifyExport {

	private static final String USAGE = """
			Usage: audit verify FILE [--checkpoints FOLDER [--public-key FILE]]
			  FILE          an export of the audit log, JSON Lines
			  --checkpoints the folder with checkpoints.jsonl, <data>/audit of the console
			  --public-key  the console's public key; better a copy kept elsewhere than the
			                one in the folder, which is taken otherwise
			Status: 0 intact, 1 broken, 2 could not be tried.""";

	private final PrintStream out;

	private VerifyExport(PrintStream out) {
		this.out = out;
	}

	/** Verifies and ends the process. */
	public static void main(String[] arguments) {
		System.exit(run(arguments, System.out));
	}

	/** Verifies, tells the result, and returns the exit status. */
	public static int run(String[] arguments, PrintStream out) {
		Arguments parsed = Arguments.parse(arguments);
		if (parsed == null) {
			out.println(USAGE);
			return 2;
		}
		return new VerifyExport(out).run(parsed);
	}

	private int run(Arguments arguments) {
		try {
			SignedCheckpoints checkpoints = checkpoints(arguments);
			ChainCheck check = new ChainCheck(checkpoints);
			read(arguments.file(), check);
			check.finish();
			this.out.printf("Intact: %d records, %d signed checkpoints agree. Last hash %s%n", check.records(),
					checkpoints.count(), check.hash());
			return 0;
		}
		catch (BrokenChain broken) {
			this.out.println("BROKEN: " + broken.getMessage());
			return 1;
		}
		catch (IOException unreadable) {
			this.out.println("Not verified, a file cannot be read: " + unreadable.getMessage());
			return 2;
		}
	}

	private SignedCheckpoints checkpoints(Arguments arguments) throws IOException, BrokenChain {
		Path folder = arguments.checkpoints();
		if (folder == null) {
			this.out.println("Without --checkpoints a tail that was cut off does not show.");
			return SignedCheckpoints.NONE;
		}
		Path key = arguments.publicKey();
		if (key == null) {
			this.out.println("The public key is taken from the same folder; a copy kept elsewhere proves more.");
			key = folder.resolve(SignedCheckpoints.PUBLIC_KEY);
		}
		return SignedCheckpoints.read(folder, key);
	}

	private static void read(Path file, ChainCheck check) throws IOException, BrokenChain {
		try (BufferedReader lines = Files.newBufferedReader(file)) {
			long number = 0;
			boolean ended = false;
			for (String text = lines.readLine(); text != null; text = lines.readLine()) {
				ExportLine line = ExportLine.parse(text, ++number);
				if (ended) {
					throw new BrokenChain("Line " + number + " stands after the end line.");
				}
				ended = line.isEnd();
				if (ended) {
					line.checkEnd(check.records(), check.hash());
				}
				else {
					check.accept(line.record());
				}
			}
			if (!ended) {
				throw new BrokenChain("The file stops after record " + check.records()
						+ " without its end line: it was cut, or the export was interrupted.");
			}
		}
	}

	/** What was asked for. */
	private record Arguments(Path file, @Nullable Path checkpoints, @Nullable Path publicKey) {

		private static @Nullable Arguments parse(String[] arguments) {
			Path file = null;
			Path checkpoints = null;
			Path publicKey = null;
			for (int index = 0; index < arguments.length; index++) {
				String argument = arguments[index];
				boolean option = argument.startsWith("--");
				if (option && index + 1 == arguments.length) {
					return null;
				}
				switch (argument) {
					case "--checkpoints" -> checkpoints = Path.of(arguments[++index]);
					case "--public-key" -> publicKey = Path.of(arguments[++index]);
					default -> {
						if (option || file != null) {
							return null;
						}
						file = Path.of(argument);
					}
				}
			}
			return (file != null && (publicKey == null || checkpoints != null))
					? new Arguments(file, checkpoints, publicKey) : null;
		}

	}

}

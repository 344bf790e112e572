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

	private VerifyExport() {
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
		return new LogVerification(out).run(parsed.checkpoints(), parsed.publicKey(),
				(check) -> read(parsed.file(), check));
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

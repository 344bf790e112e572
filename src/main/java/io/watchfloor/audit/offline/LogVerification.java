package io.watchfloor.audit.offline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Verifies records from wherever they come, tells the result, and knows the exit status.
 */
public final class LogVerification {

	private final PrintStream out;

	/** Tells the result there. */
	public LogVerification(PrintStream out) {
		this.out = out;
	}

	/**
	 * Verifies.
	 * @param folder with the checkpoints, if there are any
	 * @param publicKey of the console; null takes the one in the folder
	 * @param log hands over the records
	 * @return 0 intact, 1 broken, 2 could not be tried
	 */
	public int run(@Nullable Path folder, @Nullable Path publicKey, Log log) {
		try {
			SignedCheckpoints checkpoints = checkpoints(folder, publicKey);
			ChainCheck check = new ChainCheck(checkpoints);
			log.read(check);
			check.finish();
			this.out.printf("Intact: %s, %s. Last hash %s%n", counted(check.records(), "record", "records"),
					counted(checkpoints.count(), "signed checkpoint agrees", "signed checkpoints agree"), check.hash());
			return 0;
		}
		catch (BrokenChain broken) {
			this.out.println("BROKEN: " + broken.getMessage());
			return 1;
		}
		catch (IOException unreadable) {
			this.out.println("Not verified, something cannot be read: " + unreadable.getMessage());
			return 2;
		}
	}

	private static String counted(long number, String one, String many) {
		return number + " " + ((number == 1) ? one : many);
	}

	private SignedCheckpoints checkpoints(@Nullable Path folder, @Nullable Path publicKey)
			throws IOException, BrokenChain {
		if (folder == null) {
			this.out.println("There are no checkpoints to compare with: a tail that was cut off does not show.");
			return SignedCheckpoints.NONE;
		}
		if (publicKey == null) {
			this.out
				.println("The public key is taken from the checkpoints' folder; a copy kept elsewhere proves more.");
			return SignedCheckpoints.read(folder, folder.resolve(SignedCheckpoints.PUBLIC_KEY));
		}
		return SignedCheckpoints.read(folder, publicKey);
	}

	/** Where records come from. */
	@FunctionalInterface
	public interface Log {

		/** Hands every record over, in order. */
		void read(ChainCheck check) throws IOException, BrokenChain;

	}

}

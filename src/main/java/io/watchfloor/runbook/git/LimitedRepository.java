package io.watchfloor.runbook.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.jgit.errors.TooLargePackException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** A bare repository for one pull, that takes so much and so long and no more. */
final class LimitedRepository extends FileRepository {

	private final long largest;

	private final long deadline;

	/**
	 * Creates it.
	 * @param largest in bytes, as they come over the line
	 */
	LimitedRepository(Path folder, long largest, Duration patience) throws IOException {
		super(folder.toFile());
		this.largest = largest;
		this.deadline = System.nanoTime() + patience.toNanos();
		create(true);
	}

	@Override
	public ObjectInserter newObjectInserter() {
		ObjectInserter inserter = super.newObjectInserter();
		return new ObjectInserter.Filter() {

			@Override
			protected ObjectInserter delegate() {
				return inserter;
			}

			@Override
			public PackParser newPackParser(InputStream pack) throws IOException {
				PackParser parser = super.newPackParser(new Limited(pack));
				parser.setMaxObjectSizeLimit(LimitedRepository.this.largest);
				return parser;
			}

		};
	}

	boolean late() {
		return System.nanoTime() - this.deadline > 0;
	}

	/** Ends with an error where the limit is. */
	private final class Limited extends FilterInputStream {

		private long left = LimitedRepository.this.largest;

		Limited(InputStream pack) {
			super(pack);
		}

		@Override
		public int read() throws IOException {
			count(1);
			return super.read();
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = super.read(buffer, offset, length);
			count(read);
			return read;
		}

		private void count(int read) throws IOException {
			this.left -= Math.max(read, 0);
			if (this.left < 0) {
				throw new TooLargePackException(LimitedRepository.this.largest);
			}
			if (late()) {
				throw new java.io.InterruptedIOException("the pull takes too long");
			}
		}

	}

}

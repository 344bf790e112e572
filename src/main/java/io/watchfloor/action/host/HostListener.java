package io.watchfloor.action.host;

import io.watchfloor.action.RunContext;

/** Hears a program while it runs, and can ask it to stop. */
public interface HostListener {

	/** Nobody listens. */
	HostListener NONE = new HostListener() {

		@Override
		public void line(String line) {
			// nobody
		}

		@Override
		public boolean stops() {
			return false;
		}

	};

	/** A line of output or of errors, as it came; long ones in pieces. */
	void line(String line);

	/** Whether the program shall be stopped; asked a few times each second. */
	boolean stops();

	/** Those who watch a run. */
	static HostListener of(RunContext context) {
		return new HostListener() {

			@Override
			public synchronized void line(String line) {
				context.output(line);
			}

			@Override
			public boolean stops() {
				return context.cancelled();
			}

		};
	}

}

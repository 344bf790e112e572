package io.watchfloor.action;

/** A read that no run surrounds. */
enum NoRun implements RunContext {

	INSTANCE;

	@Override
	public void output(String line) {
	}

	@Override
	public void keep(String line) {
		// nobody asks for it
	}

	@Override
	public void progress(long done, long total, String unit) {
	}

	@Override
	public void making(Plan.Call call) {
		throw new IllegalStateException("a change needs a run");
	}

	@Override
	public boolean cancelled() {
		return false;
	}

}

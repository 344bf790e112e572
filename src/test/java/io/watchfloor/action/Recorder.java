package io.watchfloor.action;

import java.util.ArrayList;
import java.util.List;

/** Keeps what an execution announced; can ask it to stop after some progress. */
public class Recorder implements RunContext {

	/** The calls announced, in order. */
	public final List<Plan.Call> calls = new ArrayList<>();

	/** The lines of output. */
	public final List<String> output = new ArrayList<>();

	/** The lines of the ledger. */
	public final List<String> kept = new ArrayList<>();

	/** The progress reported, in order. */
	public final List<Long> progress = new ArrayList<>();

	private final Plan plan;

	private final long cancelAt;

	/** Allows the plan's calls and never asks to stop. */
	public Recorder(Plan plan) {
		this(plan, Long.MAX_VALUE);
	}

	/** Asks to stop once the progress reaches a figure. */
	public Recorder(Plan plan, long cancelAt) {
		this.plan = plan;
		this.cancelAt = cancelAt;
	}

	@Override
	public void output(String line) {
		this.output.add(line);
	}

	@Override
	public void keep(String line) {
		this.kept.add(line);
	}

	@Override
	public void progress(long done, long total, String unit) {
		this.progress.add(done);
	}

	@Override
	public void making(Plan.Call call) {
		if (!this.plan.calls().contains(call)) {
			throw new IllegalStateException("not planned: " + call);
		}
		this.calls.add(call);
	}

	@Override
	public boolean cancelled() {
		return this.cancelAt == 0 || this.progress.stream().anyMatch((done) -> done >= this.cancelAt);
	}

}

package io.watchfloor.run.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.watchfloor.run.StepRef;
import io.watchfloor.ui.Notices;

/** What the parts of one open Run screen do on behalf of the person. */
final class RunActions {

	private final RunServices services;

	private final Background background;

	private final Runnable refresh;

	/** Shows a step, by its key. */
	private final Consumer<String> select;

	private boolean busy;

	RunActions(RunServices services, Background background, Consumer<String> select, Runnable refresh) {
		this.select = select;
		this.services = services;
		this.background = background;
		this.refresh = refresh;
	}

	RunServices services() {
		return this.services;
	}

	/** Does one thing at a time, outside the page's lock, and draws the page again. */
	void act(Runnable work) {
		if (this.busy) {
			return;
		}
		this.busy = true;
		this.background.run(work, () -> {
			this.busy = false;
			this.refresh.run();
		});
	}

	/** As above, and shows the step that came of it. */
	void go(Supplier<StepRef> work) {
		AtomicReference<StepRef> made = new AtomicReference<>();
		if (this.busy) {
			return;
		}
		this.busy = true;
		this.background.run(() -> made.set(work.get()), () -> {
			this.busy = false;
			this.refresh.run();
			Optional.ofNullable(made.get()).map(StepRef::key).ifPresent(this.select);
		});
	}

	/** As above, and says so when it worked. */
	void act(Runnable work, String done) {
		act(() -> {
			work.run();
			this.background.run(() -> {
			}, () -> Notices.done(done));
		});
	}

	/**
	 * Fetches something beside what the person does; trouble shows as nothing fetched.
	 */
	void load(Runnable work, Runnable afterwards) {
		this.background.run(work, afterwards);
	}

	/** Asks for the password first when the policy wants it, then acts. */
	void steppedUp(boolean needed, Runnable work) {
		if (needed) {
			this.services.stepUp().before("confirm this step", () -> act(work));
		}
		else {
			act(work);
		}
	}

}

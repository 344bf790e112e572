package io.watchfloor.run.ui;

import com.vaadin.flow.component.UI;
import io.watchfloor.kernel.Problem;
import io.watchfloor.ui.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Work on behalf of the person at a page, outside the page's lock. */
final class Background {

	private static final Logger log = LoggerFactory.getLogger(Background.class);

	private final UI ui;

	Background(UI ui) {
		this.ui = ui;
	}

	/** Works as the person, then goes on in the page's lock; a problem is shown. */
	void run(Runnable work, Runnable afterwards) {
		Thread.ofVirtual().name("page").start(new DelegatingSecurityContextRunnable(() -> {
			try {
				work.run();
				inPage(afterwards);
			}
			catch (RuntimeException trouble) {
				Problem.in(trouble)
					.ifPresentOrElse((problem) -> inPage(() -> Notices.problem(problem)), () -> unexpected(trouble));
				inPage(afterwards);
			}
		}));
	}

	private void unexpected(RuntimeException trouble) {
		log.warn("A page's request failed", trouble);
		inPage(() -> Notices
			.problem("That did not work; the reason is in the console's log. Look at the step before you try again."));
	}

	private void inPage(Runnable work) {
		if (this.ui.isAttached()) {
			var _ = this.ui.access(work::run);
		}
	}

}

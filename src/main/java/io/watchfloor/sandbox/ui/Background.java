package io.watchfloor.sandbox.ui;

import com.vaadin.flow.component.UI;
import io.watchfloor.kernel.Problem;
import io.watchfloor.ui.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Does what takes time outside of the page's lock, in the name of the person who clicked.
 */
final class Background {

	private static final Logger log = LoggerFactory.getLogger(Background.class);

	private Background() {
	}

	/**
	 * Runs it and says how it ended.
	 * @param done what to say when it worked
	 * @param afterwards what the page does then, however it ended
	 */
	static void run(Runnable work, String done, Runnable afterwards) {
		UI ui = UI.getCurrent();
		Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
			Runnable answer = outcome(work, done);
			var _ = ui.access(() -> {
				answer.run();
				afterwards.run();
			});
		}));
	}

	private static Runnable outcome(Runnable work, String done) {
		try {
			work.run();
			return () -> Notices.done(done);
		}
		catch (Problem problem) {
			return () -> Notices.problem(problem);
		}
		catch (RuntimeException failure) {
			log.warn("The sandbox could not do that", failure);
			return () -> Notices.problem(
					"The sandbox could not do that. Its log says why; \"Reset sample data\" puts everything right.");
		}
	}

}

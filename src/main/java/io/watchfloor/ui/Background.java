package io.watchfloor.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.UI;
import io.watchfloor.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Does what takes time outside the page's lock, in the name of the person who clicked.
 */
public final class Background {

	private static final Logger log = LoggerFactory.getLogger(Background.class);

	private Background() {
	}

	/**
	 * Works, and goes on in the page's lock.
	 * @param well what to do with the result
	 * @param either what to do however it ended
	 */
	public static <T> void run(Supplier<T> work, Consumer<T> well, Runnable either) {
		UI ui = UI.getCurrent();
		Thread.ofVirtual().name("page").start(new DelegatingSecurityContextRunnable(() -> {
			Runnable answer = outcome(work, well);
			if (ui.isAttached()) {
				var _ = ui.access(() -> {
					answer.run();
					either.run();
				});
			}
		}));
	}

	private static <T> Runnable outcome(Supplier<T> work, Consumer<T> well) {
		try {
			T result = work.get();
			return () -> well.accept(result);
		}
		catch (RuntimeException trouble) {
			return Problem.in(trouble).<Runnable>map((problem) -> () -> Notices.problem(problem)).orElseGet(() -> {
				log.warn("A page's request failed", trouble);
				return () -> Notices.problem("That did not work; the reason is in the console's log.");
			});
		}
	}

}

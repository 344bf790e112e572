package io.watchfloor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import io.watchfloor.kernel.Problem;

/** Short messages at the corner of the page. */
public final class Notices {

	private static final int READING_TIME = 5000;

	private Notices() {
	}

	/** Says that something worked; goes away by itself. */
	public static void done(String text) {
		show(text, "success", READING_TIME);
	}

	/** Says what went wrong and what to do; stays until it is closed. */
	public static void problem(Problem problem) {
		problem(String.valueOf(problem.getMessage()));
	}

	/** As above, for a text. */
	public static void problem(String text) {
		show(text, "error", 0);
	}

	private static void show(String text, String theme, int duration) {
		Notification notification = new Notification();
		Button close = new Button("Close", (click) -> notification.close());
		close.addThemeName("tertiary");
		HorizontalLayout line = new HorizontalLayout(new Span(text), close);
		line.addClassName("wf-notice");
		notification.add(line);
		notification.addThemeName(theme);
		notification.setDuration(duration);
		notification.setPosition(Notification.Position.BOTTOM_END);
		notification.setAssertive("error".equals(theme));
		notification.open();
	}

}

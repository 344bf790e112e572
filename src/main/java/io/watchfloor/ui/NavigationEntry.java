package io.watchfloor.ui;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * One line of the navigation; a feature contributes it as a bean.
 *
 * @param label the word from the list of words
 * @param view where it leads
 * @param group under which heading
 * @param order within the group, ascending
 * @param icon beside the label
 * @param visible asked for the person who looks; hides what would be refused
 * @param count how much waits there for the person who looks; asked every two seconds
 */
public record NavigationEntry(String label, Class<? extends Component> view, Group group, int order, VaadinIcon icon,
		BooleanSupplier visible, IntSupplier count) {

	/** A line where nothing waits. */
	public NavigationEntry(String label, Class<? extends Component> view, Group group, int order, VaadinIcon icon,
			BooleanSupplier visible) {
		this(label, view, group, order, icon, visible, () -> 0);
	}

	/** The headings, in order. */
	public enum Group {

		/** On top, without a heading. */
		WATCH,
		/** Operate. */
		OPERATE,
		/** Review. */
		REVIEW,
		/** Setup. */
		SETUP

	}

}

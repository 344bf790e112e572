package io.watchfloor.runbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Scrolls document and steps together: whichever a person moves, by wheel, touch or keys,
 * brings the other to the same line. Lines say {@code data-line}, steps
 * {@code data-first}.
 */
@Tag("rb-scroll")
@JsModule("./rb-scroll.ts")
final class ScrollTogether extends Component {

}

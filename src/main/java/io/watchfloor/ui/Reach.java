package io.watchfloor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Says in words when the console no longer answers the browser: a page that looks well is
 * then only a picture of how things were.
 */
@Tag("wf-reach")
@JsModule("./wf-reach.ts")
final class Reach extends Component {

}

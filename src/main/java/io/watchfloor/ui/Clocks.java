package io.watchfloor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Local time and UTC. */
@Tag("wf-clocks")
@JsModule("./wf-time.ts")
final class Clocks extends Component {

}

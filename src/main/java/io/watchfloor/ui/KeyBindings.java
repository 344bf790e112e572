package io.watchfloor.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The keys of a view. Add it to the view; {@code ?} lists what it binds. A single letter
 * does not fire while a person types in a field, and nothing fires behind an open dialog.
 */
@Tag("wf-keys")
@JsModule("./wf-keys.ts")
public final class KeyBindings extends Component {

	private final Map<String, Binding> bindings = new LinkedHashMap<>();

	/** Binds nothing yet. */
	public KeyBindings() {
		getElement().addEventListener("wf-key", (event) -> {
			Binding binding = this.bindings.get(event.getEventData().get("event.detail.combo").asString());
			if (binding != null) {
				binding.action().run();
			}
		}).addEventData("event.detail.combo");
	}

	/**
	 * Binds a combination.
	 * @param combo {@code "j"}, {@code "?"}, {@code "Enter"}, {@code "Ctrl+Enter"};
	 * letters in lower case
	 * @param help what it does, for the list
	 * @param action what to do
	 * @return this
	 */
	public KeyBindings on(String combo, String help, Runnable action) {
		this.bindings.put(combo, new Binding(combo, help, action));
		getElement().setPropertyList("combos", new ArrayList<>(this.bindings.keySet()));
		return this;
	}

	/** Lets the keys fire also while a dialog is open. */
	KeyBindings everywhere() {
		getElement().setProperty("everywhere", true);
		return this;
	}

	@Override
	protected void onAttach(AttachEvent event) {
		UI ui = event.getUI();
		registry(ui).add(this);
		addDetachListener((detach) -> {
			detach.unregisterListener();
			registry(ui).remove(this);
		});
	}

	/** Everything bound on the page now, for the list of shortcuts. */
	static List<Binding> of(UI ui) {
		return registry(ui).stream().flatMap((keys) -> keys.bindings.values().stream()).toList();
	}

	private static List<KeyBindings> registry(UI ui) {
		Registry registry = ComponentUtil.getData(ui, Registry.class);
		if (registry == null) {
			registry = new Registry(new ArrayList<>());
			ComponentUtil.setData(ui, Registry.class, registry);
		}
		return registry.keys();
	}

	/** A combination, what it does in words, and what it does. */
	record Binding(String combo, String help, Runnable action) {
	}

	private record Registry(List<KeyBindings> keys) {
	}

}

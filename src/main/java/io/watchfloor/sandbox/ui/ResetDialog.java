package io.watchfloor.sandbox.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.sandbox.Sandbox;

/** Asks before sample data are thrown away. */
final class ResetDialog {

	private ResetDialog() {
	}

	static void open(Sandbox sandbox, SystemId system, String name) {
		ConfirmDialog dialog = new ConfirmDialog();
		dialog.setHeader("Reset the sample data of " + name + "?");
		dialog.setText("All its faults are cleared. Its database and its Redis keys are made anew; "
				+ "whoever is connected loses the connection. It takes a few seconds.");
		dialog.setCancelable(true);
		dialog.setConfirmText("Reset sample data");
		dialog.addConfirmListener((confirm) -> Background.run(() -> sandbox.resetSampleData(system),
				"Sample data made anew: " + name, () -> {
				}));
		dialog.open();
	}

}

package io.watchfloor.run.ui;

import io.watchfloor.run.Causes;
import io.watchfloor.run.Conditions;
import io.watchfloor.run.Evidences;
import io.watchfloor.run.InputSheet;
import io.watchfloor.run.Presences;
import io.watchfloor.run.RunConduct;
import io.watchfloor.run.SkipSeveral;
import io.watchfloor.run.StepsAgain;
import io.watchfloor.run.Undos;
import io.watchfloor.run.Watchings;
import org.springframework.stereotype.Component;

/** The services of the walk itself. */
@Component
record WalkServices(RunConduct conduct, Presences presences, Conditions conditions, Causes causes, StepsAgain again,
		SkipSeveral several, InputSheet inputs, Undos undos, Evidences evidences, Watchings watchings) {
}

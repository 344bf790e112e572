package io.watchfloor.run.ui;

import io.watchfloor.catalog.Systems;
import io.watchfloor.run.ApprovalQueue;
import io.watchfloor.run.Approvals;
import io.watchfloor.run.Confirmations;
import io.watchfloor.run.GoingAlone;
import io.watchfloor.run.RunFeed;
import io.watchfloor.run.RunInputs;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.RunSteps;
import io.watchfloor.run.Runs;
import io.watchfloor.run.StepAftermath;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.run.output.Outputs;
import io.watchfloor.security.Authority;
import io.watchfloor.security.StepUp;
import org.springframework.stereotype.Component;

/** The services that the Run screen speaks to. */
@Component
record RunServices(Runs runs, RunSteps steps, RunInputs inputs, Confirmations confirmations, Approvals approvals,
		ApprovalQueue queue, GoingAlone goingAlone, StepAftermath aftermath, RunRecords records, Outputs outputs,
		Drills drills, RunFeed feed, Authority authority, StepUp stepUp, Systems systems, WalkServices walk) {
}

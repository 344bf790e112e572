package io.watchfloor.run.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.watchfloor.run.ApprovalTally;
import io.watchfloor.run.Runs;
import io.watchfloor.run.RunSummary;
import io.watchfloor.run.RunTally;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.Banner;
import io.watchfloor.ui.NavigationEntry;
import io.watchfloor.ui.PaletteSource;
import io.watchfloor.ui.StatusItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs contribute to the shell. */
@Configuration(proxyBeanMethods = false)
public class RunNavigation {

	private static final int AFTER_RUNBOOKS = 60;

	private static final int AFTER_RUNS = 65;

	private static final int MOST = 20;

	@Bean
	NavigationEntry runsNavigation(Authority authority) {
		return new NavigationEntry("Runs", RunsView.class, NavigationEntry.Group.WATCH, AFTER_RUNBOOKS,
				VaadinIcon.PLAY_CIRCLE_O, () -> authority.has(Permission.VIEW));
	}

	@Bean
	NavigationEntry approvalsNavigation(Authority authority, ApprovalTally tally) {
		return new NavigationEntry("Approvals", ApprovalsView.class, NavigationEntry.Group.WATCH, AFTER_RUNS,
				VaadinIcon.CHECK_CIRCLE_O, () -> authority.has(Permission.VIEW),
				() -> tally.forMe().size() + tally.toReview().size());
	}

	@Bean
	StatusItem approvalsStatus(ApprovalTally tally) {
		return new ApprovalStatus(tally);
	}

	@Bean
	Banner aloneBanner(ApprovalTally tally) {
		return new AloneBanner(tally);
	}

	@Bean
	PaletteSource approvalsPalette(Authority authority) {
		return (typed) -> authority.has(Permission.VIEW) && "approvals".contains(typed.strip().toLowerCase(Locale.ROOT))
				? List.of(new PaletteSource.PaletteItem("Approvals", "What waits for a second person", "approvals"))
				: List.of();
	}

	@Bean
	StatusItem runsStatus(RunTally tally) {
		return new RunsStatus(tally);
	}

	@Bean
	PaletteSource runsPalette(Runs runs, Authority authority) {
		return (typed) -> authority.has(Permission.VIEW)
				? runs.underWay(typed, MOST).stream().map(RunNavigation::item).toList() : List.of();
	}

	private static PaletteSource.PaletteItem item(RunSummary run) {
		return new PaletteSource.PaletteItem("Run: " + run.title(), (run.drill() ? "Drill, " : "")
				+ run.runbook().system() + ", " + run.environment() + ", by " + run.startedBy().name(),
				"runs/" + run.id());
	}

}

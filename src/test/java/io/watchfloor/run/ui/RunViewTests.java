package io.watchfloor.run.ui;

import java.time.Duration;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.watchfloor.action.Reading;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.Systems;
import io.watchfloor.kernel.Risk;
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
import io.watchfloor.run.RunHouse;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunSummary;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.run.StepState;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.testing.TestStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(RunViewTests.Screens.class)
@ViewPackages(packages = { "io.watchfloor.run.ui", "io.watchfloor.ui" })
@WithMockUser("Eve")
@DirtiesContext
class RunViewTests extends SpringBrowserlessTest {

	@Autowired
	RunHouse house;

	@Test
	void theReasonIsAskedForAndTheConfirmedStepIsVerified() {
		this.house.shelfValues().put("stale", "old");
		RunId run = this.house.put("stale", Risk.DISRUPTIVE).start("production");
		this.house.awaitState(run, "stale", StepState.PLANNED);
		open(run);
		assertThat(text(find(PlanPanel.class).single())).contains("What will change", "old", "new",
				"put the old value");
		ConfirmCard card = find(ConfirmCard.class).single();
		TextField reason = find(TextField.class, card).all().getFirst();
		card.primary().run();
		assertThat(reason.isInvalid()).isTrue();
		assertThat(this.house.step(run, "stale").state()).isEqualTo(StepState.PLANNED);

		test(reason).setValue("errors began with it");
		card.primary().run();
		this.house.awaitState(run, "stale", StepState.DONE);
		awaitShown("Every step is done or skipped");
		assertThat(text(find(TimelinePanel.class).single())).contains("errors began with it", "Verified");
		assertThat(text(find(StepList.class).single())).contains(this.house.step(run, "stale").message());
		assertThat(this.house.shelfJournal()).contains("put stale new");
	}

	@Test
	void whatWasTypedStaysWhenThePageIsDrawnAgain() {
		RunId run = this.house.put("typed", Risk.DISRUPTIVE).start("production");
		this.house.awaitState(run, "typed", StepState.PLANNED);
		open(run);
		TextField reason = find(TextField.class, find(ConfirmCard.class).single()).all().getFirst();
		test(reason).setValue("half a sen");
		this.house.records().note(run, "somebody else writes");
		awaitShown("somebody else writes");
		assertThat(find(TextField.class, find(ConfirmCard.class).single()).all().getFirst()).isSameAs(reason);
		assertThat(reason.getValue()).isEqualTo("half a sen");
	}

	@Test
	void aReloadKeepsTheHalfTypedReason() {
		RunId run = this.house.put("reloaded", Risk.DISRUPTIVE).start("production");
		this.house.awaitState(run, "reloaded", StepState.PLANNED);
		open(run);
		test(find(TextField.class, find(ConfirmCard.class).single()).all().getFirst()).setValue("half a sen");
		navigate("runs", RunsView.class);
		open(run);
		assertThat(find(TextField.class, find(ConfirmCard.class).single()).all().getFirst().getValue())
			.isEqualTo("half a sen");
	}

	@Test
	void whoMayOnlyLookIsToldWhyNothingCanBePressed() {
		RunId run = this.house.manual("watched").start("sandbox");
		this.house.callerBecomes("vera", Permission.VIEW);
		open(run);
		assertThat(text(find(StepCard.class).single())).contains("takes the role Operator");
		assertThat(find(Button.class, find(StepCard.class).single()).exists()).isFalse();
		this.house.callerBecomes("ada", Permission.values());
	}

	@Test
	void anUnknownOutcomeHasItsOwnCardAndWantsAReason() {
		this.house.answers(false);
		RunId run = this.house.put("lost", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "lost", StepState.PLANNED);
		open(run);
		find(ConfirmCard.class).single().primary().run();
		this.house.awaitState(run, "lost", StepState.UNKNOWN);
		awaitShown("It cannot tell");
		UnknownCard card = find(UnknownCard.class).single();
		assertThat(text(card)).contains("put lost new", "What the probe saw");
		test(find(Button.class, card).withText("It did not…").single()).click();
		test(find(TextArea.class, find(Dialog.class).single()).single()).setValue("I looked");
		test(find(Button.class, find(Dialog.class).single()).withText("Settle").single()).click();
		this.house.awaitState(run, "lost", StepState.READY);
		awaitShown("Preview again");
		this.house.answers(true);
	}

	@Test
	void manualStepsAndDecisionsAreWalkedWithTheMainKey() {
		RunId run = this.house.decision("cause", "stale", "full").manual("tell").start("sandbox");
		open(run);
		@SuppressWarnings("unchecked")
		RadioButtonGroup<Object> choices = find(RadioButtonGroup.class).single();
		choices.setValue(choices.getListDataView().getItem(1));
		find(StepCard.class).single().primary().run();
		awaitShown("Step 2 of 3");
		assertThat(text(find(StepPanel.class).single())).contains("mend it");
		find(StepCard.class).single().primary().run();
		awaitShown("Step 3 of 3");
		find(StepCard.class).single().primary().run();
		awaitShown("Every step is done or skipped");
		find(StepCard.class).single().primary().run();
		awaitShown("The run is over");
		assertThat(text(find(RunEnd.class).single())).contains("3 of 3 steps done, 0 skipped");
		assertThat(find(Anchor.class, find(RunEnd.class).single()).all()).extracting(Anchor::getHref)
			.anyMatch((href) -> href.startsWith("runbooks/"))
			.contains("audit", "runs");
		assertThat(this.house.timeline(run)).contains("Cause chosen: full", "Done: Step tell");
	}

	@Test
	void theAddressCarriesTheSelectedStep() {
		RunId run = this.house.manual("one").manual("two").start("sandbox");
		UI.getCurrent().navigate("runs/" + run, QueryParameters.of("step", "two"));
		assertThat(currentStep()).contains("Step two");
		test(find(NativeButton.class, find(StepList.class).single()).all().getFirst()).click();
		Awaitility.await().pollInSameThread().untilAsserted(() -> {
			roundTrip();
			assertThat(currentStep()).contains("Step one");
		});
	}

	@Test
	void whileTheAuditLogIsDownTheButtonIsOffAndThePageSaysWhy() {
		RunId run = this.house.put("down", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "down", StepState.PLANNED);
		this.house.audit(false);
		open(run);
		ConfirmCard card = find(ConfirmCard.class).single();
		assertThat(text(card)).contains("audit log cannot be written");
		card.primary().run();
		assertThat(this.house.step(run, "down").state()).isEqualTo(StepState.PLANNED);
		this.house.audit(true);
	}

	@Test
	void aReadingTellsWhatWasAskedOfWhomAndWhen() {
		this.house.shelfValues().put("figure", "42");
		RunId run = this.house.look("figure").start("sandbox");
		Reading reading = this.house.records()
			.readings(this.house.awaitState(run, "figure", StepState.DONE).ref(), 1)
			.getFirst();
		UI.getCurrent().navigate("runs/" + run, QueryParameters.of("step", "figure"));
		assertThat(reading.source()).isNotBlank();
		ReadingPanel panel = find(ReadingPanel.class).all().getFirst();
		assertThat(text(panel)).contains("figure is 42", reading.source());
		assertThat(panel.getElement().getOuterHTML()).contains("instant=\"" + reading.at() + "\"");
	}

	@Test
	void theListShowsRunsNewestFirst() {
		this.house.later(Duration.ofSeconds(1));
		RunId run = this.house.manual("listed").start("production");
		navigate("runs", RunsView.class);
		@SuppressWarnings("unchecked")
		Grid<RunSummary> grid = find(Grid.class).single();
		assertThat(test(grid).getRow(0).id()).isEqualTo(run);
		this.house.steps().skip(new StepRef(run, "listed"), "only listed");
	}

	private void open(RunId run) {
		navigate("runs/" + run, RunView.class);
	}

	private String currentStep() {
		return find(NativeButton.class, find(StepList.class).single()).withClassName("current")
			.single()
			.getElement()
			.getTextRecursively();
	}

	private void awaitShown(String words) {
		Awaitility.await(words).pollInSameThread().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
			this.house.beat();
			roundTrip();
			assertThat(text(find(RunView.class).single())).contains(words);
		});
	}

	private static String text(Component component) {
		return component.getElement().getTextRecursively() + labels(component);
	}

	private static String labels(Component component) {
		StringBuilder labels = new StringBuilder();
		component.getChildren().forEach((child) -> {
			if (child instanceof Button button) {
				labels.append(' ').append(button.getText());
			}
			labels.append(labels(child));
		});
		return labels.toString();
	}

	@Test
	void muchOutputIsReadAsOneScrollsAndSearched() {
		this.house.prints((out) -> {
			for (int line = 1; line <= 2_000; line++) {
				out.accept((line == 700) ? "Needle s3cret \u001b]52;c;aGk=\u0007 \u202egnp" : "hay " + line);
			}
		});
		RunId run = this.house.put("much", Risk.REVERSIBLE).start("sandbox");
		this.house.awaitState(run, "much", StepState.PLANNED);
		open(run);
		find(ConfirmCard.class).single().primary().run();
		this.house.awaitState(run, "much", StepState.DONE);
		UI.getCurrent().navigate("runs/" + run, QueryParameters.of("step", "much"));
		OutputPanel panel = find(OutputPanel.class).single();
		assertThat(text(panel)).contains("2,001 lines, secrets hidden: 1", "Download");
		OutputGrid grid = find(OutputGrid.class).single();
		assertThat(test(grid).size()).isEqualTo(2_001);
		test(find(TextField.class, panel).single()).setValue("needle");
		awaitShown("1 line holds it · line 701");
		assertThat(grid.marked()).isEqualTo(701);
		assertThat(test(grid).getRow(700).shown()).isEqualTo("Needle [hidden] ␛]52;c;aGk=␇ \ufffdgnp");
		test(find(Button.class, panel).withText("›").single()).click();
		awaitShown("No hit further down");
		this.house.prints((out) -> {
		});
	}

	@Configuration
	@Import({ VaadinScopesConfig.class, Systems.class })
	@ComponentScan(basePackages = "io.watchfloor.ui",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(StoreBanner|Tests).*"))
	static class Screens {

		@Bean
		AuthenticationContext authenticationContext() {
			return new AuthenticationContext();
		}

		@Bean(destroyMethod = "close")
		TestStore store() {
			return TestStore.create();
		}

		@Bean(destroyMethod = "close")
		RunHouse house(TestStore store) {
			return new RunHouse(store);
		}

		@Bean
		Catalog catalog(RunHouse house) {
			return house.catalog();
		}

		@Bean
		Authority authority(RunHouse house) {
			return house.authority();
		}

		@Bean
		RunServices services(RunHouse house, Systems systems) {
			return new RunServices(house.runs(), house.steps(), house.inputs(), house.confirmations(),
					house.approvals(), house.queue(), house.goingAlone(), house.aftermath(), house.records(),
					house.outputs(), house.bean(Drills.class), house.feed(), house.authority(),
					(why, then) -> then.run(), systems, walk(house));
		}

		private static WalkServices walk(RunHouse house) {
			return new WalkServices(house.bean(RunConduct.class), house.bean(Presences.class),
					house.bean(Conditions.class), house.bean(Causes.class), house.bean(StepsAgain.class),
					house.bean(SkipSeveral.class), house.bean(InputSheet.class), house.bean(Undos.class),
					house.bean(Evidences.class), house.bean(Watchings.class));
		}

		@Bean
		RunSnapshots snapshots(RunServices services) {
			return new RunSnapshots(services);
		}

	}

}

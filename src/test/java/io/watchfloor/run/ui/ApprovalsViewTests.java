package io.watchfloor.run.ui;

import java.time.Duration;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.RunHouse;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepState;
import io.watchfloor.security.Permission;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(RunViewTests.Screens.class)
@ViewPackages(packages = { "io.watchfloor.run.ui", "io.watchfloor.ui" })
@WithMockUser("Eve")
@DirtiesContext
class ApprovalsViewTests extends SpringBrowserlessTest {

	private static final Permission[] EVERYTHING = { Permission.VIEW, Permission.OPERATE, Permission.APPROVE,
			Permission.REVIEW_ALONE };

	@Autowired
	private RunHouse house;

	@BeforeEach
	void eveAsks() {
		this.house.callerIsEverywhere("Eve", EVERYTHING);
	}

	@Test
	void aSecondPersonReadsThePlanAndApproves() {
		RunId run = asked("a1");
		this.house.callerIsEverywhere("Ann", EVERYTHING);
		ApprovalsView view = navigate("approvals", ApprovalsView.class);
		assertThat(text(view)).contains("For you to answer", "Eve asks to do this: it is stale", "What will change",
				"production", "expires");
		test(find(Button.class, view).all()
			.stream()
			.filter((button) -> button.getText().startsWith("Approve plan"))
			.findFirst()
			.orElseThrow()).click();
		awaitState(run, "a1", StepState.DONE);
		awaitShown("Approved");
		assertThat(text(navigate("approvals", ApprovalsView.class))).contains("Decided lately", "Ann");
	}

	@Test
	void refusingTakesAReasonWhichTheAskerReads() {
		RunId run = asked("a2");
		this.house.callerIsEverywhere("Ann", EVERYTHING);
		ApprovalsView view = navigate("approvals", ApprovalsView.class);
		test(find(Button.class, view).withText("Refuse…").all().getLast()).click();
		Dialog dialog = find(Dialog.class).all().getLast();
		test(find(Button.class, dialog).withText("Refuse").single()).click();
		assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
		find(TextArea.class, dialog).single().setValue("not in business hours");
		test(find(Button.class, dialog).withText("Refuse").single()).click();
		awaitState(run, "a2", StepState.PLANNED);
		assertThat(this.house.step(run, "a2").message()).isEqualTo("Ann did not approve: not in business hours");
	}

	@Test
	void whoAskedCannotApproveButWithdraw() {
		RunId run = asked("a3");
		ApprovalsView view = navigate("approvals", ApprovalsView.class);
		assertThat(text(view)).contains("You asked", "Nobody approves their own request");
		assertThat(find(Button.class, view).all()).noneMatch((button) -> button.getText().startsWith("Approve"));
		assertThat(find(Button.class, view).withText("Go on alone…").all()).isEmpty();
		test(find(Button.class, view).withText("Withdraw").single()).click();
		awaitState(run, "a3", StepState.PLANNED);
	}

	@Test
	void whoGotNoAnswerGoesOnAloneAndAManagerReviewsIt() {
		RunId run = asked("a4");
		this.house.allRequestsAge(Duration.ofMinutes(6));
		ApprovalsView view = navigate("approvals", ApprovalsView.class);
		test(find(Button.class, view).withText("Go on alone…").single()).click();
		GoAloneDialog dialog = find(GoAloneDialog.class).single();
		test(find(Button.class, dialog).withText("Go on alone").single()).click();
		assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
		find(TextArea.class, dialog).single().setValue("customers are waiting");
		find(TextField.class, dialog).single().setValue("front");
		this.house.authority().stepUp("password");
		test(find(Button.class, dialog).withText("Go on alone").single()).click();
		awaitState(run, "a4", StepState.DONE);
		assertThat(this.house.timeline(run)).anyMatch((line) -> line.contains("went on alone"));

		this.house.callerIsEverywhere("Mia", Permission.VIEW, Permission.REVIEW_ALONE);
		navigate("runs", RunsView.class);
		ApprovalsView managers = navigate("approvals", ApprovalsView.class);
		assertThat(text(managers)).contains("Done alone, to review", "customers are waiting");
		test(find(Button.class, managers).withText("Review…").single()).click();
		Dialog review = find(Dialog.class).all().getLast();
		find(TextArea.class, review).single().setValue("rightly so");
		test(find(Button.class, review).withText("Reviewed").single()).click();
		awaitShown("reviewed by Mia: rightly so");
	}

	private RunId asked(String key) {
		this.house.authority().stepUp("password");
		RunId run = this.house.put(key, Risk.DESTRUCTIVE).start("production");
		var planned = this.house.awaitState(run, key, StepState.PLANNED);
		this.house.confirmations().confirm(planned.ref(), planned.planned().fingerprint(), "it is stale", "front");
		this.house.beat();
		return run;
	}

	private void awaitState(RunId run, String key, StepState state) {
		this.house.awaitState(run, key, state);
	}

	/** Opens the page anew; that it is live is shown in a browser by the journey. */
	private void awaitShown(String words) {
		Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			navigate("runs", RunsView.class);
			assertThat(text(navigate("approvals", ApprovalsView.class))).contains(words);
		});
	}

	private static String text(ApprovalsView view) {
		return view.getElement().getTextRecursively();
	}

}

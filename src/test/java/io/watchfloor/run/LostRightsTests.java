package io.watchfloor.run;

import java.time.Duration;
import java.util.Set;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Grant;
import io.watchfloor.security.NotAllowed;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Rights;
import io.watchfloor.security.Role;
import io.watchfloor.security.SecurityHouse;
import io.watchfloor.security.SessionId;
import io.watchfloor.testing.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Roles are taken away and accounts disabled on another node, while a run is open here:
 * within five seconds nothing more goes, whichever way it comes in. Real people, real
 * sessions.
 */
class LostRightsTests {

	private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

	private final SecurityHouse security = new SecurityHouse();

	private final RunHouse house = new RunHouse(this.security.get(TestStore.class), this.security.get(Authority.class),
			this.security.get(Rights.class));

	private Person eve;

	private SessionId eves;

	private Person ann;

	private SessionId anns;

	@BeforeEach
	void twoPeople() {
		this.ann = this.security.person("ann", Role.APPROVER);
		this.anns = this.security.signIn(this.ann);
		this.eve = this.security.person("eve", Role.OPERATOR);
		this.eves = this.security.signIn(this.eve);
	}

	@AfterEach
	void close() {
		this.house.close();
		this.security.close();
	}

	@Test
	void theNextStepIsRefusedOnceTheRoleIsGone() {
		RunId run = this.house.manual("a").manual("b").start("sandbox");
		this.house.steps().done(new StepRef(run, "a"), "");
		this.security.get(PersonStore.class).roles(this.eve.id(), Set.of(Role.VIEWER));
		this.security.clock().advance(FIVE_SECONDS);
		refused(() -> this.house.steps().done(new StepRef(run, "b"), ""));
		refused(() -> this.house.steps().skip(new StepRef(run, "b"), "why"));
		refused(() -> this.house.runs().abort(run, "why"));
		refused(() -> this.house.records().note(run, "a note"));
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.READY);
	}

	@Test
	void theNextStepIsRefusedOnceTheAccountIsDisabled() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		this.security.get(PersonStore.class).enabled(this.eve.id(), false);
		this.security.clock().advance(FIVE_SECONDS);
		refused(() -> this.house.confirmations()
			.confirm(planned.ref(), planned.requiredPlan().fingerprint(), "why", "front"));
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void aConfirmationThatWasGivenButNotBegunIsNotCarriedOut() {
		RunId run = this.house.put("b", Risk.REVERSIBLE).start("sandbox");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.audit.after = (entry) -> {
			if (entry.action().equals("step.intended")) {
				this.security.get(PersonStore.class).roles(this.eve.id(), Set.of(Role.VIEWER));
			}
		};
		this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "why", "front");
		StepRun refused = this.house.awaitState(run, "b", StepState.READY);
		assertThat(refused.message()).isEqualTo("Nothing was sent: eve, who confirmed it, may not do this any more.");
		assertThat(this.house.shelf.journal).isEmpty();
		assertThat(this.house.audit.actions()).contains("step.refused");
	}

	@Test
	void whatWaitsInTheQueueGoesBackWhenItsAskerMayNotAnyMore() {
		RunId run = asked();
		Approval waiting = this.house.waiting(run, "b");
		this.security.get(PersonStore.class).enabled(this.eve.id(), false);
		this.security.act(this.anns);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.approvals().approve(waiting.id(), waiting.fingerprint()));
		StepRun back = this.house.awaitState(run, "b", StepState.PLANNED);
		assertThat(back.message()).isEqualTo("eve, who asked, may not do this any more.");
		assertThat(this.house.audit.actions()).contains("approval.void");
		assertThat(this.house.shelf.journal).isEmpty();
	}

	@Test
	void whoMayNotApproveAnyMoreApprovesNothing() {
		RunId run = asked();
		Approval waiting = this.house.waiting(run, "b");
		this.security.act(this.anns);
		this.security.get(PersonStore.class).roles(this.ann.id(), Set.of(Role.VIEWER));
		this.security.clock().advance(FIVE_SECONDS);
		refused(() -> this.house.approvals().approve(waiting.id(), waiting.fingerprint()));
		assertThat(this.house.step(run, "b").state()).isEqualTo(StepState.AWAITING_APPROVAL);
	}

	@Test
	void aSecondSessionAndANewNameMakeNobodyASecondPerson() {
		this.security.get(PersonStore.class).roles(this.eve.id(), Set.of(Role.OPERATOR, Role.APPROVER));
		RunId run = asked();
		Approval waiting = this.house.waiting(run, "b");
		this.security.get(PersonStore.class).displayName(this.eve.id(), "Somebody Else");
		this.security.signIn(this.security.get(PersonStore.class).find(this.eve.id()).orElseThrow());
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.house.approvals().approve(waiting.id(), waiting.fingerprint()))
			.withMessageContaining("own request");
	}

	@Test
	void aRoleThatCountsInOnePlaceCountsNowhereElse() {
		this.security.get(PersonStore.class).roles(this.eve.id(), Set.of());
		this.security.get(PersonStore.class)
			.grants(this.eve.id(), Set.of(new Grant(Role.OPERATOR, "shop", "sandbox", Risk.REVERSIBLE)));
		this.security.clock().advance(FIVE_SECONDS);
		this.house.manual("a").put("b", Risk.DISRUPTIVE);
		refused(() -> this.house.runs().start(RunHouse.BOOK, "fix", "production"));
		RunId run = this.house.start("sandbox");
		this.house.steps().done(new StepRef(run, "a"), "");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		refused(() -> this.house.confirmations()
			.confirm(planned.ref(), planned.requiredPlan().fingerprint(), "too grave", "front"));
		assertThat(this.house.shelf.journal).isEmpty();
		this.security.get(PersonStore.class)
			.grants(this.eve.id(), Set.of(new Grant(Role.OPERATOR, "", "sandbox", Risk.DISRUPTIVE)));
		this.security.clock().advance(FIVE_SECONDS);
		this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "fine", "front");
		this.house.awaitState(run, "b", StepState.DONE);
	}

	private RunId asked() {
		this.security.act(this.eves);
		RunId run = this.house.put("b", Risk.DESTRUCTIVE).start("production");
		StepRun planned = this.house.awaitState(run, "b", StepState.PLANNED);
		this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "why", "front");
		return run;
	}

	private static void refused(Runnable attempt) {
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(attempt::run);
	}

}

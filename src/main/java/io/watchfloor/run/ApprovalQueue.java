package io.watchfloor.run;

import java.util.List;
import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** What waits for a second person, what was done alone, and what was decided. */
@Service
public class ApprovalQueue {

	private final Authority authority;

	private final ApprovalStore store;

	private final RunStore runs;

	ApprovalQueue(Authority authority, ApprovalStore store, RunStore runs) {
		this.authority = authority;
		this.store = store;
		this.runs = runs;
	}

	/** What waits, the oldest first. */
	public List<WaitingApproval> waiting() {
		Actor me = this.authority.require(Permission.VIEW);
		return this.store.waiting().stream().flatMap((approval) -> look(approval, me).stream()).toList();
	}

	/** What a step waits with. */
	public Optional<WaitingApproval> of(StepRef step) {
		Actor me = this.authority.require(Permission.VIEW);
		return this.store.waiting(step).flatMap((approval) -> look(approval, me));
	}

	/** What was done alone and not reviewed, the oldest first. */
	public List<Approval> unreviewed() {
		this.authority.require(Permission.VIEW);
		return this.store.unreviewed();
	}

	/** What was decided, the newest first. */
	public List<Approval> decided(int limit) {
		this.authority.require(Permission.VIEW);
		return this.store.decided(limit);
	}

	/** Whether the caller may review what this person did alone. */
	public boolean mayReview(Approval approval) {
		return this.authority.has(Permission.REVIEW_ALONE)
				&& this.authority.current().filter((me) -> !approval.by(me)).isPresent();
	}

	private Optional<WaitingApproval> look(Approval approval, Actor me) {
		boolean own = approval.by(me);
		return this.runs.find(approval.step().run())
			.flatMap((run) -> run.step(approval.step().key())
				.map((step) -> new WaitingApproval(approval, run.title(), run.production(), step, own,
						!own && this.authority.has(Permission.APPROVE, approval.scope()),
						own && this.store.mayGoAlone(approval.id()))));
	}

}

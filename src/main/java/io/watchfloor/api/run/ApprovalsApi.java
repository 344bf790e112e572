package io.watchfloor.api.run;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.api.run.RunDocument.ActorDocument;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalId;
import io.watchfloor.run.ApprovalQueue;
import io.watchfloor.run.Approvals;
import io.watchfloor.run.WaitingApproval;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a second person, and that person's answer. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalsApi {

	private final ApprovalQueue queue;

	private final Approvals approvals;

	ApprovalsApi(ApprovalQueue queue, Approvals approvals) {
		this.queue = queue;
		this.approvals = approvals;
	}

	@GetMapping
	@Operation(summary = "What waits for a second person, the oldest first")
	List<ApprovalDocument> waiting() {
		return this.queue.waiting().stream().map(ApprovalDocument::of).toList();
	}

	@PostMapping("/{approval}/approve")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Approves exactly the plan with this fingerprint, which then starts")
	void approve(@PathVariable String approval, @RequestBody Approve approve) {
		this.approvals.approve(id(approval), Words.demand(approve.fingerprint(), "fingerprint"));
	}

	@PostMapping("/{approval}/refuse")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Sends another person's plan back, with a reason")
	void refuse(@PathVariable String approval, @RequestBody Words.Reason reason) {
		this.approvals.refuse(id(approval), reason.text());
	}

	@PostMapping("/{approval}/withdraw")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Takes one's own request back")
	void withdraw(@PathVariable String approval) {
		this.approvals.withdraw(id(approval));
	}

	private static ApprovalId id(String text) {
		try {
			return ApprovalId.parse(text);
		}
		catch (IllegalArgumentException noUuid) {
			throw new Problem(Category.NOT_FOUND, "There is no request for approval '" + text + "'.", noUuid);
		}
	}

	/** The plan that was looked at. */
	record Approve(@Nullable String fingerprint) {
	}

	/**
	 * A request for approval.
	 *
	 * @param fingerprint of the plan that is approved with it
	 * @param mayAnswer whether the caller is a second person for it
	 */
	record ApprovalDocument(String id, String run, String step, String title, String procedure, boolean production,
			String target, String risk, ActorDocument askedBy, Instant askedAt, String reason, Instant expiresAt,
			String fingerprint, @Nullable PlanDocument plan, boolean own, boolean mayAnswer) {

		static ApprovalDocument of(WaitingApproval waiting) {
			Approval approval = waiting.approval();
			return new ApprovalDocument(approval.id().toString(), approval.step().run().toString(),
					approval.step().key(), approval.title(), waiting.procedure(), waiting.production(),
					approval.target().toString(), approval.risk().name(), ActorDocument.of(approval.askedBy()),
					approval.askedAt(), approval.reason(), approval.expiresAt(), approval.fingerprint(),
					StepDocument.of(waiting.step()).plan(), waiting.own(), waiting.mayAnswer());
		}

	}

}

package io.watchfloor.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Component;

/**
 * What waits for the person who asks, as of about half a second ago, so that every page
 * can say so without asking the store.
 */
@Component
public class ApprovalTally {

	private final Authority authority;

	private final Clock clock;

	private volatile List<Approval> waiting = List.of();

	private volatile List<Approval> unreviewed = List.of();

	private volatile Set<ApprovalId> mayGoAlone = Set.of();

	ApprovalTally(Authority authority, Clock clock) {
		this.authority = authority;
		this.clock = clock;
	}

	/** What the caller can answer: what they may approve and did not ask for. */
	public List<Approval> forMe() {
		return me((me) -> (one) -> !one.by(me) && this.authority.has(Permission.APPROVE, one.scope()), this.waiting);
	}

	/** What the caller is to review. */
	public List<Approval> toReview() {
		return this.authority.has(Permission.REVIEW_ALONE) ? me((me) -> (one) -> !one.by(me), this.unreviewed)
				: List.of();
	}

	private List<Approval> me(Function<Actor, Predicate<Approval>> which, List<Approval> all) {
		return all.isEmpty() ? List.of()
				: this.authority.current().map((me) -> all.stream().filter(which.apply(me)).toList()).orElse(List.of());
	}

	/**
	 * Keeps what there is now.
	 * @return the runs where something is different from before
	 */
	Set<RunId> count(List<Approval> nowWaiting, List<Approval> nowUnreviewed) {
		Instant now = this.clock.instant();
		Set<ApprovalId> alone = nowWaiting.stream()
			.filter((one) -> one.aloneFrom() != null && !now.isBefore(one.aloneFrom()))
			.map(Approval::id)
			.collect(Collectors.toSet());
		Set<RunId> changed = Stream
			.concat(different(this.waiting, nowWaiting), different(this.unreviewed, nowUnreviewed))
			.collect(Collectors.toSet());
		nowWaiting.stream()
			.filter((one) -> alone.contains(one.id()) != this.mayGoAlone.contains(one.id()))
			.forEach((one) -> changed.add(one.step().run()));
		this.waiting = List.copyOf(nowWaiting);
		this.unreviewed = List.copyOf(nowUnreviewed);
		this.mayGoAlone = alone;
		return changed;
	}

	private static Stream<RunId> different(List<Approval> before, List<Approval> after) {
		return Stream
			.concat(before.stream().filter((one) -> !after.contains(one)),
					after.stream().filter((one) -> !before.contains(one)))
			.map((one) -> one.step().run());
	}

}

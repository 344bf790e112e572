package io.watchfloor.run;

import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Noteworthy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets the rest of the console hear of approvals. Nothing depends on anybody hearing. */
@Component
class Tidings {

	private static final Logger log = LoggerFactory.getLogger(Tidings.class);

	private final ApplicationEventPublisher events;

	Tidings(ApplicationEventPublisher events) {
		this.events = events;
	}

	/** A second person is wanted. */
	void asked(Approval approval) {
		tell(approval, "approval.asked", Noteworthy.Audience.APPROVERS, approval.askedBy(),
				approval.askedBy().name() + " asks a second person to approve: " + approval.title());
	}

	/** Whoever asked has an answer. */
	void answered(Approval approval, String kind, Actor by, String text) {
		tell(approval, kind, Noteworthy.Audience.ONE_PERSON, by, text);
	}

	/** Somebody went on without the second person. */
	void alone(Approval approval, String why) {
		tell(approval, "approval.alone", Noteworthy.Audience.MANAGERS, approval.askedBy(), approval.askedBy().name()
				+ " went on alone with " + approval.title() + " in " + approval.scope().place() + ": " + why);
	}

	private void tell(Approval approval, String kind, Noteworthy.Audience audience, Actor by, String text) {
		try {
			this.events.publishEvent(
					new News(kind, audience, (audience == Noteworthy.Audience.ONE_PERSON) ? approval.askedBy() : null,
							by, approval.scope().place(), text));
		}
		catch (RuntimeException unheard) {
			log.warn("{} was not passed on", kind, unheard);
		}
	}

	/** What happened to a request for approval. */
	private record News(String kind, Noteworthy.Audience audience, @Nullable Actor one, Actor by, String place,
			String text) implements Noteworthy {

		@Override
		public Optional<Actor> addressee() {
			return Optional.ofNullable(this.one);
		}

		@Override
		public String location() {
			return "approvals";
		}

	}

}

package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Verification;
import org.springframework.stereotype.Component;

@Component
class ComposeDownHandler extends ComposeChange<ComposeDown> {

	ComposeDownHandler(Engines engines, ComposeTool tool, Clock clock) {
		super(engines, tool, clock);
	}

	@Override
	public ActionType<ComposeDown> type() {
		return new ActionType<>("compose.down", ComposeDown.class, "compose");
	}

	@Override
	ComposeScope scope(ComposeDown action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	List<String> verb(ComposeDown action) {
		return action.words();
	}

	@Override
	List<String> services(ComposeDown action) {
		return List.of();
	}

	@Override
	void draft(ComposeDown action, ComposeWork work, ComposeDraft draft) {
		work.state().containers().forEach((one) -> draft.change(one.name(), one.words(), null));
		List<String> volumes = work.volumes();
		draft.marker("volumes", String.join(" ", volumes));
		if (action.volumes()) {
			volumes.forEach((volume) -> draft.change("volume " + volume, "there", null));
			volumes.forEach(draft::sample);
			draft.warn(true,
					volumes.isEmpty() ? "Volumes without a name go too."
							: "Everything in these volumes is gone for good: " + String.join(", ", volumes)
									+ ". Is there a backup?");
		}
		draft.warn(false, "The logs of the containers go with them. Save what an incident needs first.");
		draft.effect(
				"Nothing of the project answers until 'up'. To take a new version, 'pull' and 'up' need no 'down'.");
		draft.undo(action.volumes()
				? "None for the volumes: what was in them is gone. The containers come back with 'up'." : "compose up");
		draft.doneWhen("no container is left" + (action.volumes() ? ", and no volume" : ""), Duration.ZERO,
				Duration.ofMinutes(3));
	}

	@Override
	Verification verify(ComposeDown action, Plan plan, ComposeWork work) {
		List<String> left = action.volumes() ? work.volumes() : List.of();
		boolean gone = work.state().containers().isEmpty() && left.isEmpty();
		return new Verification(gone ? Verification.State.HOLDS : Verification.State.NOT_YET,
				work.state().words() + (left.isEmpty() ? "" : "; volumes left: " + String.join(", ", left)));
	}

	@Override
	public Optional<Action> undo(ComposeDown action, Plan plan) {
		return action.volumes() ? Optional.empty()
				: Optional.of(new ComposeUp(action.scope(), List.of(), List.of(), List.of()));
	}

}

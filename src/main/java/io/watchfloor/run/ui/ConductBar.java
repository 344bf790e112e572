package io.watchfloor.run.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Conduct;
import io.watchfloor.run.Handover;
import io.watchfloor.run.Presence;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunConduct;
import io.watchfloor.run.RunState;
import io.watchfloor.ui.Chip;

/** Who leads the walk, who looks on, and what a lead can do: pause it, hand it over. */
final class ConductBar extends Redrawn {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private final RunActions actions;

	private boolean open;

	private boolean paused;

	private boolean mine;

	ConductBar(RunActions actions) {
		this.actions = actions;
		addClassNames("run-conduct", "wf-row");
		getElement().setAttribute("role", "group").setAttribute("aria-label", "Who is here");
	}

	void show(Run run, List<Presence> here, String me, boolean mayOperate) {
		if (!begins(List.of(run.conduct(), here, me, mayOperate, run.state()))) {
			return;
		}
		Conduct conduct = run.conduct();
		this.open = mayOperate && run.state() == RunState.UNDER_WAY;
		this.paused = run.paused();
		this.mine = conduct.lead().id().equals(me);
		boolean over = run.state() != RunState.UNDER_WAY;
		String name = this.mine ? "you" : conduct.lead().name();
		add(face(conduct.lead()), new Span(over ? "Led by " + name : (this.mine ? "You lead" : name + " leads")));
		others(here, conduct, me);
		if (this.paused) {
			add(new Chip(Chip.Tone.WARN, "Paused"));
		}
		Div buttons = new Div();
		buttons.addClassNames("wf-row", "wf-spread");
		if (this.open) {
			buttons.add(this.paused ? button("Resume", () -> pauseOrResume(run))
					: button("Pause…", () -> pauseOrResume(run)));
			handing(run, conduct, here, me, buttons);
		}
		add(buttons);
	}

	private void others(List<Presence> here, Conduct conduct, String me) {
		here.stream().filter((presence) -> !presence.person().id().equals(conduct.lead().id())).forEach((presence) -> {
			String name = presence.person().id().equals(me) ? "you" : presence.person().name();
			Span who = new Span(face(presence.person()), new Span(name + (presence.operates() ? "" : " (looks on)")));
			who.addClassNames("run-here", "wf-dim");
			add(who);
		});
		boolean away = here.stream().noneMatch((presence) -> presence.person().id().equals(conduct.lead().id()));
		if (away && this.open) {
			Span gone = new Span("(has no page open)");
			gone.addClassName("wf-dim");
			addComponentAtIndex(2, gone);
		}
	}

	private void handing(Run run, Conduct conduct, List<Presence> here, String me, Div buttons) {
		Handover asked = conduct.handover();
		RunConduct service = this.actions.services().walk().conduct();
		if (asked != null && asked.asks(me)) {
			Div request = new Div(new Chip(Chip.Tone.INFO, "Hand-over"),
					new Span(asked.by().name() + " asks you to go on with this run."));
			request.addClassName("wf-row");
			Button take = button("Take over", () -> this.actions.act(() -> service.accept(run.id())));
			take.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.PRIMARY);
			request.add(button("Not now", () -> this.actions.act(() -> service.decline(run.id()))), take);
			add(request);
		}
		else if (asked != null && this.mine) {
			Actor to = asked.to();
			add(new Chip(Chip.Tone.INFO, "Hand-over"),
					new Span("waits for " + ((to != null) ? to.name() : "anybody who may operate")));
			buttons.add(button("Withdraw", () -> this.actions.act(() -> service.decline(run.id()))));
		}
		else if (this.mine) {
			buttons.add(button("Hand over…", () -> handOver(run, here)));
		}
		else {
			buttons.add(button("Take over…", () -> takeOver(run)));
		}
	}

	/** What the key does: the lead hands over, another takes over. */
	void handOver(Run run, List<Presence> here) {
		if (!this.open) {
			return;
		}
		if (!this.mine) {
			takeOver(run);
			return;
		}
		String lead = run.conduct().lead().id();
		List<Actor> people = here.stream()
			.filter(Presence::operates)
			.map(Presence::person)
			.filter((person) -> !Objects.equals(person.id(), lead))
			.toList();
		new HandoverDialog(people, (to) -> this.actions
			.act(() -> this.actions.services().walk().conduct().offer(run.id(), to.orElse(null)))).open();
	}

	private void takeOver(Run run) {
		Ask.words("Take this run over", "Why (goes to the audit log and the timeline)", "Take over",
				(why) -> this.actions.act(() -> this.actions.services().walk().conduct().takeOver(run.id(), why)));
	}

	/** What the key does. */
	void pauseOrResume(Run run) {
		if (!this.open) {
			return;
		}
		RunConduct service = this.actions.services().walk().conduct();
		if (this.paused) {
			this.actions.act(() -> service.resume(run.id()));
		}
		else {
			Ask.words("Pause this run", "Why (goes to the audit log and the timeline)", "Pause",
					(why) -> this.actions.act(() -> service.pause(run.id(), why)));
		}
	}

	private static Button button(String text, Runnable work) {
		Button button = new Button(text, (click) -> work.run());
		button.addThemeName("small");
		return button;
	}

	/** A person as two letters; the name stands beside it. */
	static Span face(Actor person) {
		StringBuilder letters = new StringBuilder();
		for (String word : List.of(BLANKS.split(person.name().strip(), 3))) {
			letters.append((letters.length() < 2 && !word.isEmpty()) ? word.substring(0, 1) : "");
		}
		Span face = new Span(letters.toString().toUpperCase(Locale.ROOT));
		face.addClassName("run-face");
		face.setTitle(person.name());
		face.getElement().setAttribute("aria-hidden", "true");
		return face;
	}

}

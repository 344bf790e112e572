package io.watchfloor.run.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepRun;
import io.watchfloor.ui.KeyBindings;
import io.watchfloor.ui.MainLayout;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One walk: its steps, the current one, and its timeline; live. */
@Route(value = "runs/:id", layout = MainLayout.class)
@StyleSheet("themes/run.css")
@PermitAll
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

	private final RunSnapshots snapshots;

	private final RunServices services;

	private final UI ui = UI.getCurrent();

	private final Background background = new Background(this.ui);

	private final RunHeader header;

	private final ConductBar conduct;

	private final DrillBar drill;

	private final InputsPanel inputs;

	private final StepList list = new StepList(this::select);

	private final StepPanel middle;

	private final TimelinePanel timeline = new TimelinePanel();

	private @Nullable RunId id;

	private @Nullable String wanted;

	private @Nullable RunSnapshot shown;

	RunView(RunSnapshots snapshots, RunServices services) {
		this.snapshots = snapshots;
		this.services = services;
		RunActions actions = new RunActions(services, this.background, this::select, this::refresh);
		this.header = new RunHeader(actions);
		this.conduct = new ConductBar(actions);
		this.drill = new DrillBar(services.drills());
		this.middle = new StepPanel(actions);
		this.inputs = new InputsPanel(actions);
		Div left = new Div(this.list, this.inputs);
		left.addClassName("run-left");
		Div columns = new Div(left, this.middle, this.timeline);
		columns.addClassName("run-columns");
		addClassName("run-view");
		add(this.header, this.drill, this.conduct, columns, keys());
	}

	private KeyBindings keys() {
		return new KeyBindings()
			.on("Ctrl+Enter", "Do the main thing of this step: confirm, done, finish", this.middle::primary)
			.on("j", "Next step", () -> move(1))
			.on("k", "Previous step", () -> move(-1))
			.on("r", "Read again", this.middle::readAgain)
			.on("n", "Add a note", () -> shown((now) -> this.header.note(now.run())))
			.on("s", "Skip the step", this.middle::skip)
			.on("x", "Skip several steps with one reason", () -> shown((now) -> this.header.skipSeveral(now.run())))
			.on("i", "Show and change the run's inputs",
					() -> shown((now) -> this.header.inputs(now.run(), now.walk().inputs())))
			.on("u", "Show what this run changed, and how to put it back",
					() -> shown((now) -> this.header.changes(now.run())))
			.on("w", "Watch a reading for a time", this.middle::watch)
			.on("e", "Attach an output as evidence", this.middle::attach)
			.on("/", "Search the output", this.middle::searchOutput)
			.on("p", "Pause the run, or resume it", () -> shown((now) -> this.conduct.pauseOrResume(now.run())))
			.on("h", "Hand the run over, or take it over",
					() -> shown((now) -> this.conduct.handOver(now.run(), now.here())));
	}

	private void shown(Consumer<RunSnapshot> work) {
		if (this.shown != null) {
			work.accept(this.shown);
		}
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.id = event.getRouteParameters().get("id").flatMap(RunView::parse).orElseThrow(NotFoundException::new);
		this.wanted = event.getLocation().getQueryParameters().getSingleParameter("step").orElse(null);
		draw(this.snapshots.read(this.id, this.wanted).orElseThrow(NotFoundException::new));
	}

	private static Optional<RunId> parse(String text) {
		try {
			return Optional.of(RunId.parse(text));
		}
		catch (IllegalArgumentException noId) {
			return Optional.empty();
		}
	}

	@Override
	protected void onAttach(AttachEvent event) {
		if (this.id != null) {
			Throttle throttle = new Throttle(() -> {
				if (this.ui.isAttached()) {
					var _ = this.ui.access(this::refresh);
				}
			});
			Runnable stop = this.services.feed().watch(this.id, throttle::changed);
			Runnable leave = this.services.walk().presences().enter(this.id);
			addDetachListener((detach) -> {
				detach.unregisterListener();
				stop.run();
				leave.run();
			});
		}
	}

	private void refresh() {
		RunId run = this.id;
		String step = this.wanted;
		if (run == null) {
			return;
		}
		List<RunSnapshot> read = new CopyOnWriteArrayList<>();
		this.background.run(() -> this.snapshots.read(run, step).ifPresent(read::add), () -> {
			if (Objects.equals(step, this.wanted)) {
				read.forEach(this::draw);
			}
		});
	}

	private void draw(RunSnapshot snapshot) {
		this.shown = snapshot;
		this.header.show(snapshot.run(), snapshot.mayOperate());
		this.drill.show(snapshot.run());
		this.conduct.show(snapshot.run(), snapshot.here(), snapshot.me(), snapshot.mayOperate());
		this.list.show(snapshot.run(), snapshot.selected());
		this.inputs.show(snapshot.run(), snapshot.walk().inputs(), snapshot.mayOperate());
		this.middle.show(snapshot);
		this.timeline.show(snapshot.timeline());
	}

	private void move(int by) {
		if (this.shown == null || this.shown.selected() == null) {
			return;
		}
		List<StepRun> steps = this.shown.run().steps();
		int next = steps.indexOf(this.shown.selected()) + by;
		if (next >= 0 && next < steps.size()) {
			select(steps.get(next).key());
		}
	}

	/** Selecting the current step means to follow the walk; another one stays. */
	private void select(String key) {
		RunSnapshot now = this.shown;
		if (now == null) {
			return;
		}
		boolean current = now.run().current().filter((step) -> step.key().equals(key)).isPresent();
		this.wanted = current ? null : key;
		String query = current ? "" : "?step=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
		this.ui.getPage().getHistory().replaceState(null, "runs/" + now.run().id() + query);
		refresh();
	}

	@Override
	public String getPageTitle() {
		return (this.shown != null) ? this.shown.run().title() : "Run";
	}

}

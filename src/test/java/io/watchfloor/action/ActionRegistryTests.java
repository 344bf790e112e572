package io.watchfloor.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ActionRegistryTests {

	private final Target target = Targets.target("lamp", "lamp", Map.of("url", "lamp://1"), "$LAMP");

	private int brightness = 3;

	private final Actions actions = Connectors.of(List.of(new Switch(), new Look()));

	@Test
	void previewHasAFingerprintOverActionTargetAndMarkers() {
		String first = this.actions.preview(new Dim(1), this.target).fingerprint();
		assertThat(first).matches("[0-9a-f]{64}");
		assertThat(this.actions.preview(new Dim(1), this.target).fingerprint()).isEqualTo(first);
		assertThat(this.actions.preview(new Dim(2), this.target).fingerprint()).isNotEqualTo(first);
		Target moved = Targets.target("lamp", "lamp", Map.of("url", "lamp://2"), "$LAMP");
		assertThat(this.actions.preview(new Dim(1), moved).fingerprint()).isNotEqualTo(first);
		Target renamed = Targets.target("lamp2", "lamp", Map.of("url", "lamp://1"), "$LAMP");
		assertThat(this.actions.preview(new Dim(1), renamed).fingerprint()).isNotEqualTo(first);
		this.brightness = 4;
		assertThat(this.actions.preview(new Dim(1), this.target).fingerprint()).isNotEqualTo(first);
	}

	@Test
	void secretsAreHiddenInPlansAndReadings() {
		Plan plan = this.actions.preview(new Dim(1), this.target).plan();
		assertThat(plan.effects()).containsExactly("the room of [hidden]");
		assertThat(this.actions.read(new Observe(), this.target, RunContext.none()).summary())
			.isEqualTo("password [hidden]");
	}

	@Test
	void nothingIsExecutedInADrillWhoeverAsks() {
		Dim dim = new Dim(1);
		Plan plan = this.actions.preview(dim, this.target).plan();
		RunContext drill = new Recorder(plan) {
			@Override
			public boolean drill() {
				return true;
			}
		};
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.actions.changes(dim).execute(dim, plan, this.target, drill))
			.withMessageContaining("this is a drill");
		this.actions.changes(dim).verify(dim, plan, this.target);
	}

	@Test
	void troubleOfATargetIsAnUnknownReading() {
		this.brightness = -1;
		Reading reading = this.actions.read(new Observe(), this.target, RunContext.none());
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).isEqualTo("the lamp is dark");
		assertThat(reading.source()).isEqualTo("look at customer-success/sandbox/lamp");
	}

	@Test
	void aTargetOfAnotherKindIsRefused() {
		Target chair = Targets.target("chair", "chair", Map.of());
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.actions.preview(new Dim(1), chair))
			.withMessageContaining("needs a target of kind lamp");
		assertThat(this.actions.read(new Observe(), chair, RunContext.none()).known()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "{\"type\":\"lamp.explode\",\"parameters\":{}}; knows the action 'lamp.explode'",
					"{\"type\":\"lamp.dim\",\"parameters\":{}}; level",
					"{\"type\":\"lamp.dim\",\"parameters\":{\"level\":1,\"speed\":2}}; speed",
					"{\"type\":\"lamp.dim\",\"parameters\":{\"level\":\"1\"}}; String",
					"{\"type\":\"lamp.dim\",\"parameters\":{\"level\":null}}; null",
					"{\"type\":\"lamp.dim\",\"parameters\":{\"level\":11}}; at most 10",
					"{\"type\":\"lamp.dim\",\"parameters\":{\"level\":1}} x; Unrecognized token", "[]; and this is not",
					"{\"type\":\"lamp.dim\",\"parameters\":{\"level\":1},\"then\":1}; and this is not" })
	void whatIsNoActionIsAProblemThatSaysWhy(String json, String reason) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.actions.read(json))
			.withMessageContaining(reason)
			.satisfies((problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.NOT_UNDERSTOOD));
	}

	@ParameterizedTest
	@CsvSource({ "variable LAMP, a", "variable OTHER, b", "variable NONE, ''", "unnamed, a b c d e",
			"written https://shop.example.com/health?deep=1, c", "written https://shop.example.com:443/api/v1/x, d",
			"written https://shop.example.com/apiary, c", "written http://shop.example.com/health, ''",
			"written http://user:pw@shop.example.com/health, ''", "written shop-db, e",
			"written postgresql://shop-db:5432/other, e", "written postgresql://elsewhere/shop_production, e",
			"written postgresql://elsewhere/other, ''" })
	void candidatesAreTheTargetsThatTheLineNames(String hint, String names) {
		Environment environment = new Environment("sandbox", false, Map.of(),
				List.of(lamp("a", "$LAMP"), lamp("b", "OTHER"), lamp("c", "https://shop.example.com/"),
						lamp("d", "https://shop.example.com/api"), lamp("e", "shop-db", "shop_production"),
						Targets.target("x", "chair", Map.of(), "$LAMP", "shop-db")));
		List<String> found = this.actions.candidates(new ActionCall(new Observe(), hint(hint)), environment)
			.stream()
			.map((candidate) -> candidate.id().name())
			.toList();
		assertThat(found).isEqualTo(names.isEmpty() ? List.of() : Arrays.asList(names.split(" ")));
	}

	private static TargetHint hint(String text) {
		String[] parts = text.split(" ", 2);
		return switch (parts[0]) {
			case "variable" -> new TargetHint.Variable(parts[1]);
			case "written" -> new TargetHint.Written(parts[1]);
			default -> new TargetHint.Unnamed();
		};
	}

	private static Target lamp(String name, String... writtenAs) {
		return Targets.target(name, "lamp", Map.of(), writtenAs);
	}

	record Dim(int level) implements Action {

		Dim {
			if (level > 10) {
				throw new IllegalArgumentException("at most 10");
			}
		}

		@Override
		public Risk risk() {
			return Risk.REVERSIBLE;
		}

		@Override
		public String title() {
			return "Dim";
		}

		@Override
		public String commandLine() {
			return "dim " + this.level;
		}

	}

	record Observe() implements Action {

		@Override
		public Risk risk() {
			return Risk.READ;
		}

		@Override
		public String title() {
			return "Look";
		}

		@Override
		public String commandLine() {
			return "look";
		}

	}

	private final class Look implements ReadHandler<Observe> {

		@Override
		public ActionType<Observe> type() {
			return new ActionType<>("lamp.look", Observe.class, "lamp");
		}

		@Override
		public Reading read(Observe action, Target at, RunContext context) {
			if (ActionRegistryTests.this.brightness < 0) {
				throw new Problem(Problem.Category.UNREACHABLE, "the lamp is dark");
			}
			return new Reading(true, "password hunter2", null, null, null, null, "look", Instant.EPOCH);
		}

	}

	private final class Switch implements ChangeHandler<Dim> {

		@Override
		public ActionType<Dim> type() {
			return new ActionType<>("lamp.dim", Dim.class, "lamp");
		}

		@Override
		public Plan plan(Dim action, Target at) {
			TreeMap<String, String> markers = new TreeMap<>(
					Map.of("brightness", "" + ActionRegistryTests.this.brightness));
			return new Plan(List.of(new Plan.Call("dim")), List.of(), List.of("the room of hunter2"), List.of(),
					List.of(), "dim back", new Plan.DoneWhen("dimmed", Duration.ZERO, Duration.ZERO), markers,
					Instant.now());
		}

		@Override
		public Outcome execute(Dim action, Plan plan, Target at, RunContext context) {
			return new Outcome.Succeeded("dimmed", Map.of());
		}

		@Override
		public Verification verify(Dim action, Plan plan, Target at) {
			return new Verification(Verification.State.HOLDS, "dimmed");
		}

		@Override
		public Settlement probe(Dim action, Plan plan, Target at) {
			return new Settlement(Settlement.Finding.HAPPENED, "dimmed");
		}

		@Override
		public Optional<Action> undo(Dim action, Plan plan) {
			return Optional.of(new Dim(ActionRegistryTests.this.brightness));
		}

	}

}

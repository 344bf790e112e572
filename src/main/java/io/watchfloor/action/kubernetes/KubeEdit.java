package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Asking;
import io.watchfloor.kernel.Risk;

/**
 * Changes one object in a text: {@code kubectl edit}. The text is the step's, not an
 * editor's.
 *
 * @param resource one with its name
 * @param edited the whole object as it shall be, in YAML or JSON; empty while nobody has
 * said
 */
public record KubeEdit(Where where, String resource, String edited) implements Asking {

	public KubeEdit {
		where.demand();
		Names.named(List.of(resource));
		if (Resources.typeOf(resource).equals("secrets")) {
			throw new IllegalArgumentException("a secret's values do not belong into a console's record");
		}
	}

	@Override
	public Risk risk() {
		return PatchRules.risk(this.resource);
	}

	@Override
	public String title() {
		return "Edit " + this.resource + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("edit").word(this.resource).toString();
	}

	@Override
	public List<Question> asks() {
		return this.edited.isBlank()
				? List.of(Question.text(this.resource + this.where.in() + " as it shall be", this.resource, "edited"))
				: List.of();
	}

	@Override
	public KubeEdit answered(Map<String, String> answers) {
		String given = asks().isEmpty() ? this.edited : answers.getOrDefault(asks().getFirst().name(), "");
		if (!given.isBlank()) {
			EditedObject.of(this.resource, given);
		}
		return new KubeEdit(this.where, this.resource, given);
	}

}

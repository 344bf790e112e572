package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Sets images of containers: {@code kubectl set image}.
 *
 * @param images by container; {@code *} for all
 */
public record SetImage(Where where, List<String> resources, Map<String, String> images) implements Action {

	public SetImage {
		where.demand();
		resources = List.copyOf(resources);
		images = Ordered.copy(images);
		Names.named(resources);
		SetRules.demandTemplates(resources);
		SetRules.demandImages(images);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Set the image of " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("set image")
			.words(Resources.words(this.resources))
			.words(SetRules.pairs(this.images))
			.toString();
	}

}

package io.watchfloor.catalog.file;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.catalog.ApprovalRules;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Friction;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Risk;

/** Reads an environment, its policy and its targets. */
final class EnvironmentReader {

	private final SystemId system;

	private final Findings findings;

	private final TargetRules rules;

	EnvironmentReader(SystemId system, Findings findings, TargetRules rules) {
		this.system = system;
		this.findings = findings;
		this.rules = rules;
	}

	Environment read(Section section) {
		String name = section.text("name");
		boolean production = section.flag("production", name.equals("production"));
		new Unique(this.findings, "target").check(section.list("targets"), "name");
		return new Environment(name, production, policy(section.member("policy"), production),
				approval(section.member("approval")),
				section.list("targets").stream().map((target) -> target(name, target)).toList());
	}

	/**
	 * What the file leaves out stays as the ladder has it. One confirmation cannot be
	 * taken away, because a {@link Friction} only ever adds to it.
	 */
	private static Map<Risk, Friction> policy(Section policy, boolean production) {
		Map<Risk, Friction> deviations = new EnumMap<>(Risk.class);
		for (Risk risk : Risk.values()) {
			String key = risk.name().toLowerCase(Locale.ROOT);
			if (policy.node().has(key)) {
				Section friction = policy.member(key);
				Friction standard = Friction.standard(risk, production);
				deviations.put(risk, new Friction(friction.flag("reason", standard.reason()),
						friction.flag("typeName", standard.typeName()), friction.flag("stepUp", standard.stepUp()),
						friction.flag("secondPerson", standard.secondPerson())));
			}
		}
		return deviations;
	}

	private static ApprovalRules approval(Section section) {
		ApprovalRules standard = ApprovalRules.STANDARD;
		Duration expires = section.optional("expires", Units::duration);
		Duration aloneAfter = section.optional("aloneAfter", Units::duration);
		return new ApprovalRules((expires != null) ? expires : standard.expires(),
				section.flag("alone", standard.alone()), (aloneAfter != null) ? aloneAfter : standard.aloneAfter());
	}

	private Target target(String environment, Section section) {
		this.rules.check(section, this.findings);
		Map<String, SecretReference> secrets = secrets(section.member("secrets"));
		return new Target(new TargetId(this.system, environment, section.text("name")), section.text("kind"),
				section.member("settings").entries(), secrets, section.texts("writtenAs"));
	}

	static Map<String, SecretReference> secrets(Section section) {
		Map<String, SecretReference> secrets = new LinkedHashMap<>();
		section.entries().forEach((key, text) -> secrets.put(key, reference(text)));
		return secrets;
	}

	private static SecretReference reference(String text) {
		int colon = text.indexOf(':');
		return new SecretReference(text.substring(0, colon), text.substring(colon + 1));
	}

}

package io.watchfloor.action.aws.cloudformation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.Problem;

/**
 * What a stack was made from; the same for as long as nobody changes the stack.
 *
 * @param stack as it is described
 * @param template as it was given
 */
record StackDescription(Told stack, Told template) {

	private static final String[] KEPT = { "StackName", "StackId", "Description", "Parameters", "Outputs", "Tags",
			"Capabilities", "RoleARN", "NotificationARNs", "DisableRollback", "EnableTerminationProtection",
			"TimeoutInMinutes", "CreationTime", "LastUpdatedTime" };

	static StackDescription read(StackExport action, AwsSession session) {
		Told stack = session.ask("cloudformation", "describe-stacks", names(action), action.region()).first("Stacks");
		if (!stack.there()) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no stack " + action.stack() + ".");
		}
		return new StackDescription(stack,
				session.ask("cloudformation", "get-template", templates(action), action.region()));
	}

	static Map<String, Object> names(StackExport action) {
		return Map.of("StackName", action.stack());
	}

	static Map<String, Object> templates(StackExport action) {
		return Map.of("StackName", action.stack(), "TemplateStage", "Original");
	}

	/** The content of the file: JSON, the same for the same stack. */
	String text() {
		Map<String, Object> kept = new TreeMap<>();
		for (String name : KEPT) {
			Object value = this.stack.at(name).value();
			if (value != null) {
				kept.put(name, (value instanceof Map<?, ?> || value instanceof java.util.List<?>) ? value
						: Objects.toString(value));
			}
		}
		kept.put("TemplateBody", Objects.requireNonNullElse(this.template.at("TemplateBody").value(), ""));
		return JsonText.write(kept) + "\n";
	}

	String sha256() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException absent) {
			throw new IllegalStateException(absent);
		}
	}

}

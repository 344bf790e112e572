package io.watchfloor.action.host;

import java.util.regex.Pattern;

/** Which variables are not shown and not set here: the name or the value says secret. */
public final class SecretVariables {

	private static final Pattern NAME = Pattern
		.compile("(?i).*(pass|secret|token|key|credential|auth|private|dsn|cert|salt|signature|webhook).*");

	private static final Pattern VALUE = Pattern.compile("(?s).*://[^/@\\s]*:[^/@\\s]+@.*");

	private SecretVariables() {
	}

	/** Whether a name alone says it. */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

	/** Whether name or value say it. */
	public static boolean is(String name, String value) {
		return isName(name) || VALUE.matcher(value).matches();
	}

}

package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;

/** Secrets that stand in the document. */
final class SecretRules implements DocumentRule {

	private static final Rule SECRET = new Rule("document/secret", Severity.DANGER, "A secret stands in the document",
			"Everybody who can read the document, and its history, has it. Replace it where it is used, and write where to find it instead.");

	private static final Pattern TOKENS = Pattern
		.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{36}\\b"
				+ "|\\bxox[abpr]-[A-Za-z0-9-]{20,}|\\bsk-(?:proj-)?[A-Za-z0-9]{32,}|-----BEGIN [A-Z ]*PRIVATE KEY-----"
				+ "|\\beyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}|hooks\\.slack\\.com/services/T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/[A-Za-z0-9]{20,}");

	private static final Pattern ADDRESS = Pattern
		.compile("\\b[a-z][a-z0-9+.-]{2,20}://[^\\s:/@'\"`<$]{1,60}:([^\\s@/'\"`<>${}\\[\\]*]{6,})@");

	private static final Pattern NO_SECRET = Pattern
		.compile("(?i).*(password|passwd|secret|pass|user|changeme|example|xxx|\\.\\.\\.|your|token|redacted).*");

	@Override
	public List<Rule> rules() {
		return List.of(SECRET);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		List<String> lines = document.written();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			Matcher token = TOKENS.matcher(line);
			if (token.find() && !token.group().contains("EXAMPLE")) {
				report.add(SECRET, i + 1, "'" + token.group().substring(0, 6) + "…' looks like a key.");
			}
			Matcher address = ADDRESS.matcher(line);
			if (line.contains("://") && address.find() && !NO_SECRET.matcher(address.group(1)).matches()) {
				report.add(SECRET, i + 1, "The address holds a password.");
			}
		}
	}

}

package io.watchfloor.action.http;

import java.util.List;

import io.watchfloor.action.Severity;
import io.watchfloor.action.TextFindings;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with curl and its like. */
@Component
class CurlRules extends TextFindings {

	CurlRules() {
		super(List.of(
				Sign.of(rule("curl/health-by-word", Severity.ERROR, "'healthy' is found in 'unhealthy' too",
						"grep matches the sick answer as well as the well one. Compare the field for equality."),
						"(?:curl|wget)\\b[^|]*\\|(?:.*\\|)?\\s*grep\\s+(?:-[a-zA-Z]+\\s+)*[\"']?healthy\\b"),
				Sign.of(rule("curl/brackets-in-url", Severity.ERROR, "curl refuses brackets in a URL",
						"It reads […] and {…} as a list of addresses, fails with status 3, and the value is empty. "
								+ "Send the query with -G --data-urlencode."),
						"\\bcurl\\b(?!.*(?:--globoff|\\s-[a-zA-Z]*g))[^|]*https?://[^\\s|]*\\?[^|]*=[^|\\s]*[\\[{](?![^|]*--data-urlencode)"),
				Sign.of(rule("curl/insecure", Severity.DANGER, "Certificates are not verified",
						"Anybody on the way can answer. Trust the service's own authority with --cacert."),
						"\\bcurl\\b[^|]*\\s(?:-[a-jl-zA-Z]*k[a-zA-Z]*|--insecure)\\b|\\bwget\\b.*--no-check-certificate"),
				Sign.of(rule("curl/secret-on-line", Severity.DANGER, "A secret stands in the line",
						"It is in the runbook, in the shell's history and in the list of processes. Use the target's "
								+ "secret or a variable."),
						"\\b(?:curl|wget|http)\\b.*(?:(?:-u|--user)[ =]?[\"']?[^\\s\"':$]+:(?![\"'$<{])[^\\s\"'$<]+|Authorization:\\s*(?:Bearer|Basic|Token)\\s+(?![$<{\"'])[A-Za-z0-9+/._=-]{8,}|https?://[^\\s/@:]+:(?![$<])[^\\s@/$]+@)"),
				Sign.of(rule("curl/runs-what-it-gets", Severity.DANGER, "It runs whatever the server answers",
						"Save it, look at it, compare a checksum, then run it."),
						"\\b(?:curl|wget)\\b[^|]*\\|\\s*(?:sudo\\s+)?(?:ba|z|da)?sh\\b"),
				Sign.of(rule("curl/program-unchecked", Severity.WARNING, "A program is installed unchecked",
						"Pin the version and compare a checksum before it is run."),
						"\\b(?:curl|wget)\\b.*(?:-o|-O)\\s*[\"']?/usr/(?:local/)?bin/")
					.unless("sha256|sha512|gpg|cosign"),
				Sign.of(rule("curl/error-looks-well", Severity.WARNING, "Without -f an error page is a success",
						"curl exits with 0 whatever the status is. Use -f before && and ||."),
						"\\bcurl\\b(?![^|&]*\\s(?:-[a-zA-Z]*f|--fail))[^|&]*(?:&&|\\|\\|)")));
	}

}

package io.watchfloor.runbook.finding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Heading;

/** Links within the document that lead nowhere. */
final class LinkRules implements DocumentRule {

	private static final Rule DEAD = new Rule("document/dead-link", Severity.WARNING,
			"A link leads to a section that is not there",
			"Somebody follows it in a hurry and stays at the top of the page. Correct the name behind the number sign.");

	private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]{0,200}]\\(#([^()\\s]{1,200})\\)");

	private static final Pattern ANCHOR = Pattern.compile("(?:id|name)=[\"']([^\"']{1,200})[\"']|\\{#([\\w-]+)}");

	@Override
	public List<Rule> rules() {
		return List.of(DEAD);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		Set<String> anchors = anchors(document);
		Set<Integer> code = new HashSet<>();
		document.all(Code.class).forEach((block) -> {
			for (int line = block.lines().first(); line <= block.lines().last(); line++) {
				code.add(line);
			}
		});
		List<String> lines = document.written();
		for (int i = 0; i < lines.size(); i++) {
			Matcher link = LINK.matcher(lines.get(i));
			while (lines.get(i).contains("](#") && !code.contains(i + 1) && link.find()) {
				if (!anchors.contains(slim(link.group(1)))) {
					report.add(DEAD, i + 1, "There is no section '#" + link.group(1) + "'.");
				}
			}
		}
	}

	private static Set<String> anchors(ReadDocument document) {
		Set<String> anchors = new HashSet<>();
		Map<String, Integer> seen = new HashMap<>();
		document.all(Heading.class).forEach((heading) -> {
			String slug = slim(heading.text());
			int count = seen.merge(slug, 1, Integer::sum);
			anchors.add(slug);
			anchors.add(slug + (count - 1));
		});
		document.written().forEach((line) -> {
			Matcher anchor = ANCHOR.matcher(line);
			while ((line.contains("id=") || line.contains("name=") || line.contains("{#")) && anchor.find()) {
				anchors.add(slim((anchor.group(1) != null) ? anchor.group(1) : anchor.group(2)));
			}
		});
		return anchors;
	}

	/** Code hosts differ in hyphens and signs, so only letters and digits count. */
	private static String slim(String text) {
		String decoded = text;
		try {
			decoded = java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException notEncoded) {
			// taken as it is
		}
		return decoded.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
	}

}

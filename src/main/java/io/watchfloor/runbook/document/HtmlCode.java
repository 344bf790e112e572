package io.watchfloor.runbook.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block.Code;

/** Code that is written as HTML: {@code <pre>}. */
final class HtmlCode {

	private static final Pattern PRE = Pattern.compile("(?is)\\s*<pre\\b([^<>]{0,300})>(.*?)</pre>.*");

	private static final Pattern LANGUAGE = Pattern
		.compile("(?i)(?:language|lang|highlight|brush)[-:=\\s\"']+([a-z]+)");

	private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,300}>");

	private static final int LONGEST = 100_000;

	private HtmlCode() {
	}

	static Optional<Code> of(String html, LineRange lines) {
		Matcher pre = PRE.matcher(html);
		if (html.length() > LONGEST || !pre.matches()) {
			return Optional.empty();
		}
		String inner = pre.group(2);
		Matcher language = LANGUAGE.matcher(pre.group(1) + inner.lines().findFirst().orElse(""));
		String info = language.find() ? language.group(1).toLowerCase(Locale.ROOT) : "";
		int first = lines.first() + (int) html.substring(0, pre.start(2)).lines().count() - 1;
		String text = unescaped(TAG.matcher(inner).replaceAll(""));
		if (text.startsWith("\n")) {
			text = text.substring(1);
			first++;
		}
		return Optional.of(new Code(info, text.endsWith("\n") ? text : text + "\n", first, lines));
	}

	private static String unescaped(String text) {
		return text.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&quot;", "\"")
			.replace("&#39;", "'")
			.replace("&amp;", "&");
	}

}

package io.watchfloor.action.http;

import java.util.LinkedHashMap;
import java.util.Map;

import io.watchfloor.action.Options;

/** The flags of curl: those that are understood, and why others are not. */
final class CurlGrammar {

	/** By their first spelling. */
	static final Map<String, String> REFUSED = refused();

	private CurlGrammar() {
	}

	private static Map<String, String> refused() {
		Map<String, String> refused = new LinkedHashMap<>();
		refused.put("-k", "certificates are always verified here");
		refused.put("-O", "it saves a file");
		refused.put("-T", "it sends a file");
		refused.put("-F", "it sends a form with files");
		refused.put("-x", "it goes through a proxy that the target does not name");
		refused.put("-b", "cookies sign in; the target's secret is used instead");
		refused.put("-c", "it saves cookies to a file");
		refused.put("--resolve", "it goes to another address than the one it names");
		refused.put("--cert", "it signs in by a file");
		refused.put("--key", "it signs in by a file");
		refused.put("-K", "more flags stand in a file");
		return refused;
	}

	static Options.Grammar grammar() {
		Options.Grammar grammar = Options.grammar()
			.alone("-s", "--silent")
			.alone("-S", "--show-error")
			.alone("-f", "--fail")
			.alone("--fail-with-body")
			.alone("-L", "--location")
			.alone("-v", "--verbose")
			.alone("-i", "--include")
			.alone("-I", "--head")
			.alone("-G", "--get")
			.alone("-g", "--globoff")
			.alone("-4", "--ipv4")
			.alone("-6", "--ipv6")
			.alone("-#", "--progress-bar")
			.alone("-N", "--no-buffer")
			.alone("--no-progress-meter")
			.alone("--compressed")
			.alone("--http1.1")
			.alone("--http2")
			.alone("--retry-connrefused")
			.alone("--retry-all-errors")
			.valued("-X", "--request")
			.valued("-H", "--header")
			.valued("-d", "--data", "--data-ascii")
			.valued("--data-raw")
			.valued("--data-binary")
			.valued("--data-urlencode")
			.valued("--json")
			.valued("-o", "--output")
			.valued("-w", "--write-out")
			.valued("-u", "--user")
			.valued("-m", "--max-time")
			.valued("--connect-timeout")
			.valued("--retry")
			.valued("--retry-delay")
			.valued("--retry-max-time")
			.valued("-A", "--user-agent")
			.valued("-e", "--referer")
			.valued("--cacert")
			.valued("--url");
		return grammar.alone("-k", "--insecure")
			.alone("-O", "--remote-name")
			.valued("-T", "--upload-file")
			.valued("-F", "--form")
			.valued("-x", "--proxy")
			.valued("-b", "--cookie")
			.valued("-c", "--cookie-jar")
			.valued("--resolve")
			.valued("--cert", "-E")
			.valued("--key")
			.valued("-K", "--config");
	}

}

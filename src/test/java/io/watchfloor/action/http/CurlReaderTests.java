package io.watchfloor.action.http;

import java.security.Key;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CurlReaderTests {

	private final CurlReader reader = new CurlReader();

	@Test
	void readsTheLinesOfTheSourceRunbooks() {
		understands("curl https://cs-mcp.yourcompany.com/health", "https://cs-mcp.yourcompany.com/health", "/health",
				"");
		understands("curl -s http://localhost:3000/api/health | jq '.database'", "http://localhost:3000/api/health",
				"/api/health", ".database");
		understands("curl \"http://localhost:8000/search?q=test&top_k=5\"", "http://localhost:8000/search",
				"/search?q=test&top_k=5", "");
		understands("curl -G http://prometheus.yourcompany.com/api/v1/query --data-urlencode 'query=up{job=\"a b\"}'",
				"http://prometheus.yourcompany.com/api/v1/query", "/api/v1/query?query=up%7Bjob%3D%22a%20b%22%7D", "");
		understands("docker exec app curl -sf http://localhost:8000/health", "http://app:8000/health", "/health", "");
		assertThat(Lines.call("curl http://localhost/metrics | grep errors_total", this.reader).action())
			.isEqualTo(new GetText("/metrics", Map.of(), false, "",
					List.of(new LineFilter(LineFilter.Kind.CONTAINING, "errors_total", false, 0))));
		assertThat(Lines.call("curl $BASE_URL/health", this.reader).hint())
			.isEqualTo(new TargetHint.Variable("BASE_URL"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "curl -X POST http://h/x; only GET", "curl -d a=b http://h/x; flag -d",
			"curl --data-urlencode a=b http://h/x; sends a POST", "curl -L http://h/x; flag -L",
			"curl -k https://h/x; always verified", "curl -o f http://h/x; flag -o", "curl -I http://h/x; flag -I",
			"curl -H 'Authorization: Bearer abc' http://h/x; may carry a secret",
			"curl -H 'X-Api-Key: abc' http://h/x; may carry a secret",
			"curl -H \"Authorization: Bearer $T\" http://h/x; a shell would change", "curl -u a:b http://h/x; flag -u",
			"curl http://u:p@h/x; not understood", "curl file:///etc/passwd; not understood",
			"curl $URL; not written out", "curl http://a/x http://b/x; more than one URL", "curl; URL is missing",
			"curl http://h/$(id); not written out", "curl http://h/x | jq 'env | length'; env | length",
			"curl http://h/x | sh; sh", "curl http://h/x > f; redirection",
			"curl 'http://h/x?query=rate(a[5m])'; percent-encoded", "curl -s -m soon http://h/x; must be a number" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	private void understands(String line, String hint, String path, String field) {
		boolean fail = line.contains("-sf");
		assertThat(Lines.call(line, this.reader)).isEqualTo(
				new ActionCall(new GetText(path, Map.of(), fail, field, List.of()), new TargetHint.Written(hint)));
	}

}

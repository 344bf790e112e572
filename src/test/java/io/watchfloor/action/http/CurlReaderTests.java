package io.watchfloor.action.http;

import java.security.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CurlReaderTests {

	private final CurlReader reader = new CurlReader(List.of());

	private final OtherWebReader others = new OtherWebReader(List.of());

	@Test
	void readsTheLinesOfTheSourceRunbooks() {
		understands("curl https://cs-mcp.yourcompany.com/health", GetText.of("/health"),
				"https://cs-mcp.yourcompany.com/health");
		understands("curl -s localhost:9200/_cluster/health?pretty", GetText.of("/_cluster/health?pretty"),
				"http://localhost:9200/_cluster/health");
		understands("curl -s http://localhost:3000/api/health | jq '.database'", shown("/api/health", ".database"),
				"http://localhost:3000/api/health");
		understands("curl \"http://localhost:8000/search?q=test&top_k=5\"", GetText.of("/search?q=test&top_k=5"),
				"http://localhost:8000/search");
		understands("curl -G http://prometheus.yourcompany.com/api/v1/query --data-urlencode 'query=up{job=\"a b\"}'",
				GetText.of("/api/v1/query?query=up%7Bjob%3D%22a+b%22%7D"),
				"http://prometheus.yourcompany.com/api/v1/query");
		understands("docker exec app curl -sf http://localhost:8000/health",
				new GetText("/health", Map.of(), SignIn.NONE, GetText.Show.BODY, false, true, "", ""),
				"http://app:8000/health");
		assertThat(Lines.call("curl http://localhost/stats | grep errors_total", this.reader).filters().stages())
			.containsExactly("grep errors_total");
		assertThat(Lines.call("curl $BASE_URL/health", this.reader).hint())
			.isEqualTo(new TargetHint.Variable("BASE_URL"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl -fsSL --max-time 5 https://h/x", "curl -sSfLm5 --retry 3 https://h/x",
			"curl --silent --fail --location https://h/x -X GET",
			"curl -s https://h/x -o /dev/null -w '%{http_code}\\n'", "curl -sSI https://h/x", "curl -s -i https://h/x",
			"curl -v https://h/x 2>&1", "curl -s https://h/x > /dev/null",
			"curl -H 'Accept: application/json' -A agent https://h/x", "curl -u \"$USER:$PASS\" https://h/x",
			"curl -u admin:$PASS https://h/x", "curl -H \"Authorization: Bearer $TOKEN\" https://h/x",
			"curl -H \"X-Api-Key: ${KEY}\" https://h/x", "curl -s 'https://h/x?query=rate(a[5m])'", "curl https://h",
			"curl h:9000/x", "curl -G -d a=1 -d b=2 https://h/x",
			"curl -s 'https://h/query_range?query=up&start=-1h&step=60s'" })
	void aGetStaysOneInEveryWayOfWritingIt(String line) {
		Action action = Lines.call(line, this.reader).action();
		assertThat(action).isInstanceOf(GetText.class);
		assertThat(Lines.call(action.commandLine(), this.reader).action()).as(action.commandLine()).isEqualTo(action);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "curl -X POST https://h/x;POST;", "curl -d a=b https://h/x;POST;a=b",
			"curl -X PUT --json '{\"a\":1}' https://h/x;PUT;{\"a\":1}", "curl -XDELETE https://h/x/1;DELETE;",
			"curl --data-urlencode 'a=b c' -d d=e https://h/x;POST;a=b+c&d=e",
			"curl -X PATCH -H 'Content-Type: application/json' -d '{}' -H \"Authorization: Bearer $T\" https://h/x;PATCH;{}" })
	void anythingElseIsAChange(String line, HttpCall.Method method, String body) {
		HttpCall call = (HttpCall) Lines.call(line, this.reader).action();
		assertThat(call.method()).isEqualTo(method);
		assertThat(call.body()).isEqualTo((body != null) ? body : "");
		assertThat(Lines.call(call.commandLine(), this.reader).action()).isEqualTo(call);
	}

	@Test
	void otherToolsThatGetAPageAreReadToo() {
		assertThat(Lines.call("wget -qO- https://h/x", this.others).action()).isInstanceOf(GetText.class);
		assertThat(Lines.call("wget -q --spider https://h/x", this.others).action()).isInstanceOf(GetText.class);
		assertThat(Lines.call("http GET https://h/x", this.others).action()).isInstanceOf(GetText.class);
		assertThat(Lines.reason("wget https://h/x.tgz", this.others)).contains("saves a file");
		assertThat(Lines.reason("http POST https://h/x", this.others)).contains("only GET");
	}

	@Test
	void anotherConnectorsAddressIsItsOwnAction() {
		CurlReader knowing = new CurlReader(List
			.of((path) -> path.startsWith("/api/v1/") ? Optional.of(new StatusCode("/typed", 200)) : Optional.empty()));
		assertThat(Lines.call("curl -s http://p/api/v1/alerts", knowing).action())
			.isEqualTo(new StatusCode("/typed", 200));
		assertThat(Lines.call("curl -s http://p/other", knowing).action()).isEqualTo(GetText.of("/other"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "curl -k https://h/x; always verified", "curl -o f http://h/x; saves a file",
			"curl -O http://h/x; saves a file", "curl -H 'Authorization: Bearer abc' http://h/x; may carry a secret",
			"curl -H 'X-Api-Key: abc' http://h/x; may carry a secret",
			"curl -u a:b http://h/x; password that is written", "curl http://u:p@h/x; not understood",
			"curl file:///etc/passwd; not understood", "curl http://a/x http://b/x; more than one URL",
			"curl; URL is missing", "curl http://h/$(id); not written out", "curl http://h/x | sh; behind the bar",
			"curl http://h/x > f; written over", "curl -s -m soon http://h/x; must be a number",
			"curl -d @f http://h/x; sends the file f", "curl -F a=@f http://h/x; form with files",
			"curl -x p http://h/x; proxy", "curl -b c http://h/x; cookies",
			"curl --resolve h:80:1.2.3.4 http://h/x; another address",
			"curl -w '@f' -o /dev/null http://h/x; in a file", "curl -w '%{time_total}' http://h/x; behind the answer",
			"curl -w '%{url}' -o /dev/null http://h/x; only http_code", "curl -X BREW http://h/x; BREW",
			"curl -X HEAD http://h/x; -I asks", "curl --no-such http://h/x; --no-such", "curl -sZ http://h/x; flag -Z",
			"curl -d 'password=x' http://h/x; may carry a secret", "curl -d \"a=$A\" http://h/x; a shell would change",
			"curl http://h/delete?id=5; 'delete'", "curl -s http://h/api/cacheClear; 'clear'",
			"curl http://h/admin?action=restart; 'restart'", "curl http://h/%64elete/5; 'delete'",
			"curl -I http://h/queue/purge; 'purge'",
			"curl -s -o /dev/null -w '%{http_code}' http://h/jobs/retry-all; 'retry'",
			"curl http://h/q?up{a=\"b\"}; is not written out", "curl -X DELETE http://h/logs-*; is not written out",
			"curl http://h/x | jq .a /etc/passwd; /etc/passwd", "curl -X POST http://h/x | jq .; not filtered",
			"curl -H \"X: $A\" http://h/x; a shell would change" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	private static GetText shown(String path, String field) {
		return new GetText(path, Map.of(), SignIn.NONE, GetText.Show.BODY, false, false, field, "");
	}

	private void understands(String line, Action action, String hint) {
		assertThat(Lines.call(line, this.reader)).isEqualTo(new ActionCall(action, new TargetHint.Written(hint)));
	}

}

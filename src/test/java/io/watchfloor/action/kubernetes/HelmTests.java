package io.watchfloor.action.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import io.watchfloor.action.Lines;
import io.watchfloor.action.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Releases as Helm 3 keeps them. */
class HelmTests {

	private final ApiServer server = new ApiServer();

	private final Console console = new Console(this.server);

	@BeforeEach
	void keep() throws IOException {
		release(1, "superseded");
		release(2, "deployed");
	}

	@AfterEach
	void close() {
		this.console.close();
		this.server.close();
	}

	private void release(int revision, String status) throws IOException {
		String json = """
				{"name":"api","version":%d,"namespace":"shop","config":{"replicas":2,"db":{"password":"hush"}},
				"info":{"status":"%s","last_deployed":"2026-01-01T00:00:00Z","description":"Upgrade complete","notes":"Enjoy"},
				"chart":{"metadata":{"name":"api","version":"1.2.3","appVersion":"9"}}}"""
			.formatted(revision, status);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(json.getBytes(StandardCharsets.UTF_8));
		}
		String data = Base64.getEncoder().encodeToString(Base64.getEncoder().encode(packed.toByteArray()));
		this.server.objects.put("/api/v1/namespaces/shop/secrets/sh.helm.release.v1.api.v" + revision,
				"{\"type\":\"helm.sh/release.v1\",\"metadata\":{\"labels\":{\"owner\":\"helm\",\"name\":\"api\"}},\"data\":{\"release\":\"%s\"}}"
					.formatted(data));
	}

	@Test
	void releasesAreReadFromWhatHelmKeeps() {
		assertThat(this.console.read("helm list -n shop").text()).contains("api    shop        2")
			.contains("api-1.2.3");
		assertThat(this.console.read("helm history api -n shop").value()).isEqualTo(2);
		Reading status = this.console.read("helm status api -n shop");
		assertThat(status.summary()).isEqualTo("api is deployed, revision 2");
		assertThat(status.judgement()).isEqualTo(Reading.Judgement.AS_EXPECTED);
		assertThat(this.console.read("helm status api -n shop --revision 1").judgement())
			.isEqualTo(Reading.Judgement.NOT_AS_EXPECTED);
		assertThat(this.console.read("helm get values api -n shop").text()).contains("replicas: 2")
			.contains("[hidden]")
			.doesNotContain("hush");
		assertThat(this.console.read("helm get notes api -n shop").text()).contains("Enjoy");
		assertThat(this.console.read("helm status other -n shop").known()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "helm rollback api 3 -n shop; cannot be previewed", "helm upgrade --install api ./c; files",
					"helm upgrade api ./c; files", "helm uninstall api; deletes every object",
					"helm get manifest api; secrets", "helm status; one release", "helm list --pending; --pending",
					"helm; list, status" })
	void anythingElseIsManualAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, new HelmReader())).contains(reason);
	}

	@Test
	void aRenderedActionReadsBackAsItself() {
		for (String line : new String[] { "helm ls -A -a", "helm status api -n shop",
				"helm --kube-context w history api", "helm get values api --revision=2" }) {
			var call = Lines.call(line, new HelmReader());
			assertThat(Lines.call(call.action().commandLine(), new HelmReader())).isEqualTo(call);
		}
	}

}

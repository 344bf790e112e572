package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Secrets of the API server of these tests; certificates by openssl. */
class SecretApplyTests {

	private static final String KEYS = "/api/v1/namespaces/shop/secrets/keys";

	private static final Where SHOP = Where.namespace("shop");

	private final ApiServer server = new ApiServer();

	private final Map<String, SecretReference> references = new LinkedHashMap<>();

	private final Clusters clusters = new Clusters(new NoSecrets(), Clock.systemUTC());

	@TempDir
	private Path folder;

	@BeforeEach
	void fill() {
		Fixture.fill(this.server.objects);
		refer("keys/password", "n3w-value");
		refer("keys/api-key", "another");
		refer("fresh/token", "t0ken");
	}

	@AfterEach
	void close() {
		this.clusters.destroy();
		this.server.close();
	}

	/** What it refers to is its own value here. */
	private void refer(String name, String value) {
		this.references.put(name, new SecretReference("file", value));
	}

	private Target target() {
		Target plain = Targets.target("cluster", "kubernetes",
				Map.of("server", this.server.address(), "context", "shop-cluster", "namespace", "default"));
		return new Target(plain.id(), plain.kind(), plain.settings(), this.references, List.of());
	}

	private <A extends Action> Trial<A> trial(ChangeHandler<A> handler) {
		return new Trial<>(handler, target());
	}

	private Trial<SecretApply> values() {
		return trial(new SecretApplyHandler(this.clusters, Clock.systemUTC()));
	}

	private Trial<TlsSecretApply> certificates() {
		return trial(new TlsSecretApplyHandler(this.clusters, Clock.systemUTC()));
	}

	private Map<String, String> data(String path) {
		return Json
			.map(this.server.objects.get(new ApiServer.Request("GET", path, Map.of(), "", "", "", "")).path("data"));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	@Test
	void theValuesComeFromTheReferencesAndWhatWasIsKeptAndGivenBack() {
		SecretApply action = new SecretApply(SHOP, "keys", List.of("password", "api-key"), "");
		this.server.forget();
		Plan plan = values().plan(action);
		assertThat(this.server.requests()).allMatch(ApiServer.Request::reads)
			.noneMatch((request) -> request.body().contains(base64("n3w-value")));
		assertThat(plan.toString()).doesNotContain("n3w-value", base64("n3w-value"), "hunter2", "aHVudGVyMg");
		assertThat(plan.changes()).hasSize(2).anySatisfy((change) -> {
			assertThat(change.property()).isEqualTo("secrets/keys password");
			assertThat(change.now()).startsWith("[hidden, digest ").isNotEqualTo(change.after());
		});
		assertThat(values().probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(values().state(action, plan)).isEqualTo(State.NOT_YET);
		Recorder recorder = values().run(action, plan);
		assertThat(recorder.output.toString()).doesNotContain("n3w-value");
		assertThat(data(KEYS)).isEqualTo(Map.of("password", base64("n3w-value"), "api-key", base64("another")));
		assertThat(values().state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(values().probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThatThrownBy(() -> values().plan(action)).hasMessageContaining("nothing to do");
		values().undo(action, plan, (back) -> assertThat(back.toString()).doesNotContain("aHVudGVyMg"));
		assertThat(data(KEYS)).isEqualTo(Map.of("password", "aHVudGVyMg=="));
		assertThat(values().state(action, plan)).as("what was given back is noticed").isEqualTo(State.NOT_YET);
	}

	@Test
	void aSecretThatIsNewGoesAgain() {
		SecretApply action = new SecretApply(SHOP, "fresh", List.of("token"), "");
		Plan plan = values().run(action);
		assertThat(data("/api/v1/namespaces/shop/secrets/fresh")).isEqualTo(Map.of("token", base64("t0ken")));
		assertThat(values().state(action, plan)).isEqualTo(State.HOLDS);
		KubeDelete undo = (KubeDelete) values().undoOf(action, plan).orElseThrow();
		trial(new KubeDeleteHandler(this.clusters, Clock.systemUTC())).run(undo);
		assertThat(values().state(action, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void whatChangedMeanwhileIsNotOverwritten() {
		SecretApply action = new SecretApply(SHOP, "keys", List.of("password"), "");
		Plan plan = values().plan(action);
		this.clusters.reading(target())
			.api()
			.send(ApiCall.patch(KEYS, KubePatch.Kind.MERGE, "{\"data\":{\"password\":\"eA==\"}}"));
		assertThat(values().outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(data(KEYS)).isEqualTo(Map.of("password", "eA=="));
	}

	@Test
	void withoutAReferenceOrOfAnotherTypeThereIsNoPlan() {
		assertThatThrownBy(() -> values().plan(new SecretApply(SHOP, "keys", List.of("other"), "")))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("no secret 'keys/other'");
		this.server.objects.put(KEYS, "{\"type\":\"Opaque\",\"immutable\":true,\"data\":{}}");
		assertThatThrownBy(() -> values().plan(new SecretApply(SHOP, "keys", List.of("password"), "")))
			.hasMessageContaining("immutable");
		assertThatThrownBy(() -> new SecretApply(SHOP, "keys", List.of("a b"), ""))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private void certificate(String secret, String names, String days, String kind) throws Exception {
		Path openssl = RealServers.require("openssl", "openssl");
		Path key = this.folder.resolve(secret + ".key");
		Path crt = this.folder.resolve(secret + ".crt");
		List<String> make = kind.equals("ec")
				? List.of(openssl.toString(), "ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out",
						key.toString())
				: List.of(openssl.toString(), "genrsa", "-traditional", "-out", key.toString(), "2048");
		run(make);
		run(List.of(openssl.toString(), "req", "-x509", "-new", "-key", key.toString(), "-out", crt.toString(), "-days",
				days, "-subj", "/CN=shop", "-addext", "subjectAltName=" + names));
		refer(secret + "/tls.crt", Files.readString(crt));
		refer(secret + "/tls.key", Files.readString(key));
	}

	private static void run(List<String> words) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
	}

	@Test
	void namesThatWouldVanishAndHostsThatItIsNotForAreGraveWarnings() throws Exception {
		certificate("mcp-tls", "DNS:shop.example.org,DNS:*.old.example.org", "90", "rsa");
		TlsSecretApply action = new TlsSecretApply(SHOP, "mcp-tls");
		Plan first = certificates().run(action);
		assertThat(certificates().state(action, first)).isEqualTo(State.HOLDS);
		this.server.objects.put("/apis/networking.k8s.io/v1/namespaces/shop/ingresses/front",
				"{\"spec\":{\"tls\":[{\"secretName\":\"mcp-tls\",\"hosts\":[\"shop.example.org\",\"a.old.example.org\"]}]}}");
		certificate("mcp-tls", "DNS:shop.example.org", "20", "ec");
		Plan plan = certificates().plan(action);
		List<String> grave = plan.warnings().stream().filter(Plan.Warning::grave).map(Plan.Warning::text).toList();
		assertThat(grave).anyMatch((text) -> text.endsWith("the new one is not: *.old.example.org"))
			.anyMatch((text) -> text.contains("serves a.old.example.org"))
			.anyMatch((text) -> text.contains("expires within 30 days"))
			.anyMatch((text) -> text.contains("valid for longer"));
		assertThat(plan.effects()).anyMatch((text) -> text.equals("Serves shop.example.org of the ingress front"));
		assertThat(plan.toString()).doesNotContain("PRIVATE KEY", "BEGIN CERTIFICATE");
		certificates().run(action, plan);
		assertThat(certificates().state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(certificates().state(action, first)).isEqualTo(State.NOT_YET);
		SecretApply undo = (SecretApply) certificates().undoOf(action, plan).orElseThrow();
		values().run(undo);
		assertThat(certificates().state(action, first)).as("the one of before is there again").isEqualTo(State.HOLDS);
	}

	@Test
	void aKeyOfAnotherCertificateOrOneThatIsOverIsNotSent() throws Exception {
		certificate("one", "DNS:a.example.org", "90", "rsa");
		certificate("two", "DNS:a.example.org", "90", "rsa");
		this.references.put("one/tls.key", this.references.get("two/tls.key"));
		assertThatThrownBy(() -> certificates().plan(new TlsSecretApply(SHOP, "one")))
			.hasMessageContaining("does not belong to the certificate");
		refer("one/tls.crt", "no certificate");
		assertThatThrownBy(() -> certificates().plan(new TlsSecretApply(SHOP, "one")))
			.hasMessageContaining("no certificate in PEM");
		certificate("two", "DNS:a.example.org", "1", "ec");
		TlsSecretApplyHandler later = new TlsSecretApplyHandler(this.clusters,
				Clock.offset(Clock.systemUTC(), java.time.Duration.ofDays(3)));
		assertThatThrownBy(() -> trial(later).plan(new TlsSecretApply(SHOP, "two"))).hasMessageContaining("is not now");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"kubectl create secret generic mcp-secrets --from-literal=A=\"$A\" --from-literal=B='x y' -n shop",
			"kubectl create secret generic mcp-secrets --from-literal B=s3cret --from-literal=A=$(cat a) --namespace shop",
			"kubectl -n shop create secret generic mcp-secrets --from-file=A=./a --from-file=/tmp/B",
			"kubectl create secret generic mcp-secrets --from-literal=A=1 --from-literal=B=2 -n shop --dry-run=client -o yaml | kubectl apply -f -" })
	void aLineIsReadWithoutItsValues(String line) {
		Action action = Lines.call(line, new KubectlReader()).action();
		assertThat(action).isEqualTo(new SecretApply(SHOP, "mcp-secrets", List.of("A", "B"), ""));
		assertThat(Lines.call(action.commandLine(), new KubectlReader()).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kubectl create secret tls mcp-tls --cert=/etc/x/fullchain.pem --key=$KEY -n shop",
			"kubectl create secret tls mcp-tls --cert /a --key /b --dry-run=client -oyaml -n shop | kubectl apply -f -" })
	void aCertificateIsReadWithoutItsFiles(String line) {
		Action action = Lines.call(line, new KubectlReader()).action();
		assertThat(action).isEqualTo(new TlsSecretApply(SHOP, "mcp-tls"));
		assertThat(Lines.call(action.commandLine(), new KubectlReader()).action()).isEqualTo(action);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "kubectl create secret generic a", "kubectl create secret docker-registry a --docker-server=x",
					"kubectl create secret generic a --from-env-file=x", "kubectl create secret tls a --cert=x",
					"kubectl create secret generic a --from-literal=b=c | kubectl apply -f -",
					"kubectl create secret generic a --from-literal=b=c --dry-run=client -o yaml | kubectl delete -f -",
					"kubectl create secret generic a --from-literal=b=c --dry-run=client -o yaml > a.yaml",
					"kubectl create secret generic a b --from-literal=b=c" })
	void anotherWordIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new KubectlReader())).isNotBlank();
	}

}

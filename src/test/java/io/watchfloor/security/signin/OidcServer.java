package io.watchfloor.security.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.watchfloor.testing.HttpBrowser;

/**
 * An identity provider that lets everybody through as whoever the test says, and says in
 * its tokens what the test says.
 */
final class OidcServer {

	static final String CLIENT = "watchfloor";

	static final String SECRET = "between us";

	private static final String KEY_ID = "one";

	private final RSAKey key = key();

	private final RSAKey strangersKey = key();

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private final HttpServer server;

	private volatile Said said = new Said("nobody", Map.of(), false);

	OidcServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.server.createContext("/.well-known/openid-configuration", (call) -> json(call, discovery()));
		this.server.createContext("/keys", (call) -> json(call, new JWKSet(this.key).toJSONObject(true)));
		this.server.createContext("/authorize", this::authorize);
		this.server.createContext("/token", this::token);
		this.server.start();
	}

	String issuer() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Who the next sign-in is, and which claims are added or replaced. */
	void says(String subject, Map<String, Object> claims) {
		this.said = new Said(subject, claims, false);
	}

	/** As above, signed with a key that is not the provider's. */
	void somebodyElseSays(String subject, Map<String, Object> claims) {
		this.said = new Said(subject, claims, true);
	}

	void stop() {
		this.server.stop(0);
	}

	private Map<String, Object> discovery() {
		return Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint",
				issuer() + "/token", "jwks_uri", issuer() + "/keys", "response_types_supported", List.of("code"),
				"subject_types_supported", List.of("public"), "id_token_signing_alg_values_supported", List.of("RS256"),
				"token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
	}

	private void authorize(HttpExchange call) throws IOException {
		Map<String, String> asked = HttpBrowser.query(call.getRequestURI());
		String code = UUID.randomUUID().toString();
		this.codes.put(code, asked);
		call.getResponseHeaders()
			.add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
		call.sendResponseHeaders(302, -1);
		call.close();
	}

	private void token(HttpExchange call) throws IOException {
		String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, String> given = HttpBrowser.query(URI.create("?" + form));
		Map<String, String> asked = this.codes.remove(String.valueOf(given.get("code")));
		String client = "Basic "
				+ Base64.getEncoder().encodeToString((CLIENT + ":between+us").getBytes(StandardCharsets.UTF_8));
		if (asked == null || !client.equals(call.getRequestHeaders().getFirst("Authorization"))
				|| !challenge(given.get("code_verifier")).equals(asked.get("code_challenge"))) {
			call.sendResponseHeaders(400, -1);
			call.close();
			return;
		}
		json(call, Map.of("access_token", UUID.randomUUID().toString(), "token_type", "Bearer", "expires_in", 300,
				"id_token", idToken(asked)));
	}

	@SuppressWarnings("JavaUtilDate") // Nimbus takes no other
	private String idToken(Map<String, String> asked) {
		Said now = this.said;
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer())
			.audience(CLIENT)
			.subject(now.subject())
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
			.claim("nonce", asked.get("nonce"));
		now.claims().forEach(claims::claim);
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(),
				claims.build());
		try {
			token.sign(new RSASSASigner(now.forged() ? this.strangersKey : this.key));
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
		return token.serialize();
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(MessageDigest.getInstance("SHA-256")
					.digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static void json(HttpExchange call, Map<String, Object> answer) throws IOException {
		byte[] body = JSONObjectUtils.toJSONString(answer).getBytes(StandardCharsets.UTF_8);
		call.getResponseHeaders().add("Content-Type", "application/json");
		call.sendResponseHeaders(200, body.length);
		call.getResponseBody().write(body);
		call.close();
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID(KEY_ID).algorithm(JWSAlgorithm.RS256).generate();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private record Said(String subject, Map<String, Object> claims, boolean forged) {
	}

}

package io.watchfloor.runbook.git;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class HookSignatureTests {

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void aTokenFitsOnlyTheSecret() {
		this.request.addHeader("X-Gitlab-Token", "open sesame");
		assertThat(new HookSignature("open sesame").fits(this.request, BODY)).isTrue();
		assertThat(new HookSignature("open").fits(this.request, BODY)).isFalse();
	}

	@Test
	void anEmptySecretFitsNobody() {
		this.request.addHeader("X-Gitlab-Token", "");
		assertThat(new HookSignature("").fits(this.request, BODY)).isFalse();
		MockHttpServletRequest signed = new MockHttpServletRequest();
		signed.addHeader("X-Hub-Signature-256", "sha256=00");
		assertThat(new HookSignature("").fits(signed, BODY)).isFalse();
	}

	@Test
	void withoutATokenNobodyFits() {
		assertThat(new HookSignature("open sesame").fits(this.request, BODY)).isFalse();
	}

}

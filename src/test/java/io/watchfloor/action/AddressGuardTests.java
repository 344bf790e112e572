package io.watchfloor.action;

import java.net.URI;
import java.util.Map;

import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AddressGuardTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://2852039166/", "http://[fe80::1]/",
			"http://[::ffff:169.254.169.254]/", "http://[fd00:ec2::254]/", "http://0.0.0.0:80/", "http://[::]/",
			"http://100.100.100.200/", "http://224.0.0.1/" })
	void nobodysAddressIsRefusedHoweverItIsWritten(String url) {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> AddressGuard.demand(Targets.target("a", "http", Map.of("url", url)), URI.create(url)))
			.withMessageContaining("Nothing was sent")
			.withMessageContaining("link-local: allowed");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://127.0.0.1:8080/", "http://10.1.2.3/", "https://[::1]/", "http://nothing.invalid/" })
	void aServiceOfTheTeamIsNot(String url) {
		assertThatCode(() -> AddressGuard.demand(Targets.target("a", "http", Map.of("url", url)), URI.create(url)))
			.doesNotThrowAnyException();
	}

	@Test
	void theCatalogMayAllowIt() {
		String url = "http://169.254.169.254/";
		assertThatCode(() -> AddressGuard
			.demand(Targets.target("a", "http", Map.of("url", url, "link-local", "allowed")), URI.create(url)))
			.doesNotThrowAnyException();
	}

}

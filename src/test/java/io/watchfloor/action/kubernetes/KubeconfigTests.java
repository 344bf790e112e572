package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.fabric8.kubernetes.client.Config;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KubeconfigTests {

	private static final String TWO = """
			apiVersion: v1
			kind: Config
			current-context: west
			clusters:
			- {name: w, cluster: {server: "https://west:6443"}}
			- {name: e, cluster: {server: "https://east:6443"}}
			contexts:
			- {name: west, context: {cluster: w, user: person}}
			- {name: east, context: {cluster: e, user: program, namespace: shop}}
			users:
			- {name: person, user: {token: abc}}
			- name: program
			  user:
			    exec: {apiVersion: client.authentication.k8s.io/v1, command: "%s", args: ["a b", "$(touch x); y"], env: [{name: WHO, value: me}]}
			""";

	@TempDir
	private Path folder;

	@Test
	void theContextThatIsAskedForIsTaken() {
		Config config = Kubeconfig.read(TWO.formatted("none"), "west", null);
		assertThat(config.getMasterUrl()).startsWith("https://west:6443");
		assertThat(config.getAutoOAuthToken()).isEqualTo("abc");
		assertThatThrownBy(() -> Kubeconfig.read(TWO, "north", null)).hasMessageContaining("west, east");
	}

	@Test
	void theSignInProgramGetsItsArgumentsAsTheyAre() throws IOException {
		Path program = this.folder.resolve("sign-in");
		Files.writeString(program, """
				#!/bin/sh
				printf '%s|%s|%s' "$WHO" "$1" "$2" > "$(dirname "$0")/arguments"
				echo '{"kind":"ExecCredential","status":{"token":"from the program"}}'
				""");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
		Config config = Kubeconfig.read(TWO.formatted(program), "east", null);
		assertThat(config.getAutoOAuthToken()).isEqualTo("from the program");
		assertThat(config.getNamespace()).isEqualTo("shop");
		assertThat(this.folder.resolve("arguments")).hasContent("me|a b|$(touch x); y");
		assertThat(this.folder.resolve("x")).doesNotExist();
	}

	@Test
	void aProgramThatGivesNothingIsNamed() {
		assertThatThrownBy(() -> Kubeconfig.read(TWO.formatted("/bin/true"), "east", null)).isInstanceOf(Problem.class)
			.hasMessageContaining("/bin/true");
		assertThatThrownBy(() -> Kubeconfig.read(TWO.formatted("/no/such/program"), "east", null))
			.hasMessageContaining("/no/such/program");
	}

}

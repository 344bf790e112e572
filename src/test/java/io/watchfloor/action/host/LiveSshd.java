package io.watchfloor.action.host;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Target;
import io.watchfloor.testing.RealServers;

/** Debian's sshd on a free port, which lets one key in as whoever runs the tests. */
final class LiveSshd implements AutoCloseable {

	private final Path folder = Files.createTempDirectory("watchfloor-sshd");

	private final int port;

	private final Process server;

	LiveSshd() throws IOException, InterruptedException {
		Path sshd = RealServers.require("sshd", "openssh-server");
		Path keygen = RealServers.require("ssh-keygen", "openssh-client");
		run(keygen.toString(), "-q", "-t", "ed25519", "-N", "", "-f", file("host"));
		run(keygen.toString(), "-q", "-t", "ed25519", "-N", "", "-f", file("user"));
		Files.createDirectories(Path.of("/run/sshd"));
		this.port = freePort();
		Files.writeString(this.folder.resolve("config"), """
				ListenAddress 127.0.0.1
				Port %d
				HostKey %s
				AuthorizedKeysFile %s
				PidFile none
				StrictModes no
				UsePAM no
				PermitRootLogin prohibit-password
				PasswordAuthentication no
				""".formatted(this.port, file("host"), file("user.pub")));
		this.server = new ProcessBuilder(sshd.toString(), "-D", "-e", "-f", file("config")).redirectErrorStream(true)
			.start();
		String line = "";
		while (!line.contains("listening on")) {
			line = this.server.inputReader().readLine();
			if (line == null) {
				throw new IOException("sshd ended at once");
			}
		}
		Thread.startVirtualThread(this::drain);
	}

	/** So that it never waits for somebody to listen. */
	private void drain() {
		try {
			this.server.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ended) {
			// with the server
		}
	}

	private String file(String name) {
		return this.folder.resolve(name).toString();
	}

	private static void run(String... words) throws IOException, InterruptedException {
		if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
			throw new IOException(String.join(" ", words));
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** The host key's fingerprint as ssh-keygen prints it. */
	String fingerprint() throws IOException {
		Process process = new ProcessBuilder("ssh-keygen", "-l", "-E", "sha256", "-f", file("host.pub")).start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split(" ", -1)[1];
	}

	Target target() throws IOException {
		return target(fingerprint());
	}

	Target target(String fingerprint) {
		Target plain = Targets.target("web", "host", Map.of("via", "ssh", "address", "127.0.0.1:" + this.port, "user",
				System.getProperty("user.name"), "fingerprint", fingerprint, "paths", this.folder.toString()));
		return new Target(plain.id(), plain.kind(), plain.settings(),
				Map.of("key", new SecretReference("file", file("user"))), List.of());
	}

	/** Sessions whose secrets are files. */
	static SshSessions sessions() {
		return new SshSessions(new NoSecrets() {
			@Override
			public String resolve(SecretReference reference) {
				try {
					return Files.readString(Path.of(reference.path()));
				}
				catch (IOException missing) {
					throw new java.io.UncheckedIOException(missing);
				}
			}
		});
	}

	Path folder() {
		return this.folder;
	}

	@Override
	public void close() {
		this.server.destroy();
		this.server.onExit().join();
	}

}

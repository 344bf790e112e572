package io.watchfloor.action.host.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.watchfloor.action.host.Hosts;
import io.watchfloor.testing.RealServers;

import static io.watchfloor.action.host.HostWays.prefixed;

/**
 * Debian's own apt and dpkg with a root folder and an archive of the test's; packages are
 * empty.
 */
final class AptRoot {

	private final Path root;

	private final Path archive;

	private final List<List<String>> ran = new ArrayList<>();

	AptRoot(Path folder) throws IOException, InterruptedException {
		RealServers.require("apt-get", "apt");
		RealServers.require("dpkg-deb", "dpkg");
		this.root = folder.resolve("root");
		this.archive = Files.createDirectories(folder.resolve("archive"));
		for (String name : List.of("etc/apt/preferences.d", "etc/apt/apt.conf.d", "var/lib/apt/lists/partial",
				"var/cache/apt/archives/partial", "var/lib/dpkg/info", "var/lib/dpkg/updates", "var/log/apt")) {
			Files.createDirectories(this.root.resolve(name));
		}
		Files.writeString(this.root.resolve("var/lib/dpkg/status"), "");
		Files.writeString(this.root.resolve("etc/apt/sources.list"),
				"deb [trusted=yes] file:" + this.archive + " ./\n");
		Files.writeString(folder.resolve("apt.conf"), """
				Dir "%1$s/";
				Dir::State::status "%1$s/var/lib/dpkg/status";
				APT::Sandbox::User "root";
				APT::Architecture "amd64";
				DPkg::Options { "--root=%1$s"; "--force-depends"; "--force-not-root"; "--log=/dev/null"; };
				DPkg::Path "/usr/sbin:/usr/bin:/sbin:/bin";
				DPkg::Post-Invoke {};
				""".formatted(this.root));
		this.folder = folder;
	}

	private final Path folder;

	/** A version of a package comes into the archive. */
	void publish(String name, String version) throws IOException, InterruptedException {
		Path made = Files.createDirectories(this.folder.resolve("made").resolve(name + version));
		Files.createDirectories(made.resolve("DEBIAN"));
		Files.createDirectories(made.resolve("usr/share"));
		Files.writeString(made.resolve("usr/share").resolve(name), version + "\n");
		Files.writeString(made.resolve("DEBIAN/control"), """
				Package: %s
				Version: %s
				Architecture: all
				Maintainer: nobody <nobody@example.org>
				Description: of a test
				""".formatted(name, version));
		run("dpkg-deb", "--build", "--root-owner-group", made.toString(),
				this.archive.resolve(name + "_" + version + ".deb").toString());
		StringBuilder index = new StringBuilder();
		try (var files = Files.list(this.archive)) {
			for (Path deb : files.filter((file) -> file.toString().endsWith(".deb")).sorted().toList()) {
				index.append(run("dpkg-deb", "--field", deb.toString()))
					.append("Filename: ./" + deb.getFileName() + "\nSize: " + Files.size(deb) + "\nSHA256: "
							+ run("sha256sum", deb.toString()).substring(0, 64) + "\n\n");
			}
		}
		Files.writeString(this.archive.resolve("Packages"), index);
		apt("update");
	}

	/** Runs apt-get there. */
	String apt(String... words) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(
				List.of("env", "APT_CONFIG=" + this.folder.resolve("apt.conf"), "apt-get", "-y"));
		all.addAll(List.of(words));
		return run(all.toArray(String[]::new));
	}

	private static String run(String... words) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(String.join(" ", words) + ": " + said);
		}
		return said;
	}

	/** Holds a package. */
	void hold(String name) throws IOException, InterruptedException {
		run("env", "APT_CONFIG=" + this.folder.resolve("apt.conf"),
				"DPKG_ADMINDIR=" + this.root.resolve("var/lib/dpkg"), "apt-mark", "hold", name);
	}

	/** What the handler ran. */
	Set<String> programs() {
		return Set.copyOf(this.ran.stream()
			.map((words) -> String.join(" ", words.subList(0, Math.min(2, words.size()))))
			.toList());
	}

	/** The machine, whose programs find the root. */
	Hosts hosts() {
		return prefixed(List.of("env", "APT_CONFIG=" + this.folder.resolve("apt.conf"),
				"DPKG_ADMINDIR=" + this.root.resolve("var/lib/dpkg")), this.ran);
	}

}

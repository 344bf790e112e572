package io.watchfloor.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts {@link CrashConsole}s of which a test needs many: from Java's AOT cache, which
 * wants the classes in a jar and is written by one console that ends well.
 */
final class ConsoleForks {

	private final Path folder;

	private final String classPath;

	private final List<String> arguments;

	private int number;

	ConsoleForks(Path folder, String jdbcUrl, int targetPort) throws IOException, InterruptedException {
		this.folder = folder;
		this.arguments = List.of(jdbcUrl, Integer.toString(targetPort));
		this.classPath = jarred(folder);
		start("-XX:AOTCacheOutput=" + cache(), "train").waitFor();
	}

	private Path cache() {
		return this.folder.resolve("console.aot");
	}

	/** Starts one; it is ready when it says so. */
	Fork fork() {
		return new Fork(start("-XX:AOTCache=" + cache()));
	}

	private synchronized Process start(String option, String... more) {
		Path data = this.folder.resolve("data-" + ++this.number);
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), option,
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", this.classPath,
				CrashConsole.class.getName(), this.arguments.getFirst(), data.toString(), this.arguments.getLast()));
		command.addAll(List.of(more));
		try {
			return new ProcessBuilder(command)
				.redirectError(ProcessBuilder.Redirect.appendTo(this.folder.resolve("errors").toFile()))
				.start();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static String jarred(Path folder) throws IOException {
		List<String> entries = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
			Path path = Path.of(entry);
			if (Files.isDirectory(path)) {
				Path jar = folder.resolve("classes-" + entries.size() + ".jar");
				jar(path, jar);
				entries.add(jar.toString());
			}
			else if (Files.exists(path)) {
				entries.add(entry);
			}
		}
		return String.join(File.pathSeparator, entries);
	}

	private static void jar(Path classes, Path jar) throws IOException {
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.walk(classes)) {
			out.setLevel(Deflater.NO_COMPRESSION);
			for (Path file : files.filter(ConsoleForks::needed).toList()) {
				// Spring looks for beans in folders, which must have entries of their own
				boolean folder = Files.isDirectory(file);
				out.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
				if (!folder) {
					Files.copy(file, out);
				}
				out.closeEntry();
			}
		}
	}

	private static boolean needed(Path file) {
		String name = file.getFileName().toString();
		return Files.isDirectory(file) || name.endsWith(".class") || name.equals("logback.xml");
	}

	/** A console in a process of its own. */
	record Fork(Process process, BufferedReader said) {

		Fork(Process process) {
			this(process, process.inputReader(StandardCharsets.UTF_8));
		}

		/** Waits until it has walked once. */
		void awaitReady() throws IOException {
			awaitLine(CrashConsole.READY);
		}

		/** Waits until it says this. */
		void awaitLine(String wanted) throws IOException {
			String line = this.said.readLine();
			while (line != null && !line.equals(wanted)) {
				line = this.said.readLine();
			}
			if (line == null) {
				throw new IOException(
						"the console ended before it was ready, with " + this.process.onExit().join().exitValue());
			}
		}

		/** Lets the system stop it in its tracks, or let it go on. */
		void signal(String name) throws IOException, InterruptedException {
			assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start().waitFor())
				.isZero();
		}

		/** Tells it after how many more runs, and where, to die. */
		void die(CrashConsole.Failpoint point, int before, int detail) throws IOException {
			try (OutputStream orders = this.process.getOutputStream()) {
				orders.write((point + " " + before + " " + detail + "\n").getBytes(StandardCharsets.UTF_8));
			}
		}

	}

}

package io.watchfloor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Who starts processes, and with which words. */
final class ProcessRules {

	private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "/bin/sh", "/bin/bash",
			"/usr/bin/sh", "/usr/bin/bash", "-c", "-lc", "cmd", "cmd.exe");

	static final DescribedPredicate<JavaClass> STARTING_A_PROCESS = DescribedPredicate.describe("start a process",
			(type) -> type.getConstructorCallsFromSelf()
				.stream()
				.anyMatch((call) -> call.getTargetOwner().isEquivalentTo(ProcessBuilder.class))
					|| type.getMethodCallsFromSelf()
						.stream()
						.anyMatch((call) -> call.getTargetOwner().isEquivalentTo(Runtime.class)
								&& call.getName().equals("exec")));

	static final ArchCondition<JavaClass> START_A_PROCESS = ArchCondition.from(STARTING_A_PROCESS);

	/** ArchUnit does not read constants; the JDK does. */
	static final ArchCondition<JavaClass> NAME_NO_SHELL = new ArchCondition<>("name no shell") {

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			List<String> found = constants(type).filter(SHELLS::contains).toList();
			events.add(new SimpleConditionEvent(type, found.isEmpty(), type.getName() + " says " + found));
		}

	};

	private ProcessRules() {
	}

	private static Stream<String> constants(JavaClass type) {
		return StreamSupport.stream(ClassFile.of().parse(bytes(type)).constantPool().spliterator(), false)
			.filter(StringEntry.class::isInstance)
			.map((entry) -> ((StringEntry) entry).stringValue());
	}

	private static byte[] bytes(JavaClass type) {
		try (InputStream content = type.getSource().orElseThrow().getUri().toURL().openStream()) {
			return content.readAllBytes();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}

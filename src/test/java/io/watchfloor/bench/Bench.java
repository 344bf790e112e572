package io.watchfloor.bench;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmarks that are named, or all, and prints a line of JSON for each. */
final class Bench {

	private Bench() {
	}

	public static void main(String[] names) throws Exception {
		List<Benchmark> all = benchmarks();
		List<Benchmark> chosen = all.stream()
			.filter((benchmark) -> names.length == 0 || List.of(names).contains(benchmark.name()))
			.toList();
		if (chosen.isEmpty() || chosen.size() < names.length) {
			System.err.println("There are: " + String.join(", ", all.stream().map(Benchmark::name).toList()));
			System.exit(2);
		}
		for (Benchmark benchmark : chosen) {
			print(benchmark);
		}
		System.exit(0);
	}

	private static void print(Benchmark benchmark) throws Exception {
		try {
			System.out.println(JsonMapper.shared().writeValueAsString(Measurement.of(benchmark).summary()));
		}
		finally {
			benchmark.tidy();
		}
	}

	/** Those that stand in a file of their own; a test's helper does not. */
	static List<Benchmark> benchmarks() throws ReflectiveOperationException {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(Benchmark.class));
		List<Benchmark> all = new ArrayList<>();
		for (BeanDefinition found : scanner.findCandidateComponents("io.watchfloor")) {
			Class<?> type = Class.forName(found.getBeanClassName());
			if (!type.isMemberClass()) {
				all.add(create(type));
			}
		}
		all.sort(Comparator.comparing(Benchmark::name));
		return all;
	}

	private static Benchmark create(Class<?> type) throws ReflectiveOperationException {
		Constructor<?> constructor = type.getDeclaredConstructor();
		constructor.setAccessible(true);
		return (Benchmark) constructor.newInstance();
	}

}

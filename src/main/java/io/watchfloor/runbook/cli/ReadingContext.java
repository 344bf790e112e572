package io.watchfloor.runbook.cli;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.kernel.Problem;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The connectors' readers and rules, and nothing that would reach a target. */
final class ReadingContext {

	private ReadingContext() {
	}

	static AnnotationConfigApplicationContext start() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(Secrets.class, NoSecrets::new);
		context.scan("io.watchfloor.kernel", "io.watchfloor.action");
		context.addBeanFactoryPostProcessor((factory) -> {
			for (String name : factory.getBeanDefinitionNames()) {
				factory.getBeanDefinition(name).setLazyInit(true);
			}
		});
		context.refresh();
		return context;
	}

	/** Reading needs none. */
	private static final class NoSecrets implements Secrets {

		@Override
		public String resolve(SecretReference reference) {
			throw new Problem(Problem.Category.NOT_FOUND, "Files are read without secrets.");
		}

		@Override
		public String redact(String text) {
			return text;
		}

	}

}

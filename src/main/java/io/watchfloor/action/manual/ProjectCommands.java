package io.watchfloor.action.manual;

import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.ManualCommands;
import io.watchfloor.action.ManualForm;
import org.springframework.stereotype.Component;

/** What builds, tests and runs a project. */
@Component
class ProjectCommands implements ManualCommands {

	private static final List<String> RUNNERS = List.of("npm", "npx", "yarn", "pnpm", "bun", "node", "deno", "tsx",
			"python", "python3", "pip", "pip3", "pip-audit", "pytest", "poetry", "uv", "pipenv", "conda", "cargo",
			"rustc", "go", "java", "mvn", "./mvnw", "gradle", "./gradlew", "make", "just", "task", "rake", "bundle",
			"rails", "php", "composer", "artisan", "dotnet", "mix", "sbt", "celery", "gunicorn", "uvicorn", "flask",
			"manage.py", "deployer", "sam", "cdk", "serverless", "firebase", "vercel", "pulumi", "ansible-playbook",
			"locust", "k6", "ab", "wrk");

	@Override
	public List<ManualForm> forms() {
		return RUNNERS.stream()
			.flatMap((runner) -> Stream.of(ManualForm.project(runner, "Run " + runner + " {}")))
			.toList();
	}

}

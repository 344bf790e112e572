package io.watchfloor.action.compose;

import java.util.List;
import java.util.Optional;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.Lines;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DockerDangersTests {

	private final DockerDangers dangers = new DockerDangers();

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "docker-compose -f a.yml down -v; compose/down-volumes",
			"docker-compose pull app:previous; compose/pull-with-tag",
			"docker-compose ps --format json; compose/ps-format-old",
			"docker-compose restart mcp; compose/files-not-named",
			"docker-compose logs mcp | jq .; compose/logs-not-json",
			"docker-compose -f a.yml up -d --scale web=1; compose/scale-absolute",
			"docker compose -f a.yml up -d --build; compose/build-on-host",
			"docker system prune -af --volumes; docker/prune-volumes", "docker system prune -af; docker/prune-all",
			"docker volume rm data; docker/volume-removed",
			"docker run -v /var/run/docker.sock:/var/run/docker.sock x:1; docker/socket-mounted",
			"docker pull app:latest; docker/moving-tag", "docker ps --filter health=healthy; docker/only-the-healthy",
			"docker exec -it db pg_dump shop > shop.sql; docker/terminal-in-a-pipe",
			"docker logs web --tail 0; docker/logs-not-cleared",
			"docker run -e DB_PASSWORD=abc123 app:1; docker/secret-in-variable",
			"docker run -p 6379:6379 redis:7; docker/port-open", "docker kill web; docker/kill",
			"sudo docker volume prune -f; docker/prune-volumes" })
	void aDangerIsFound(String line, String rule) {
		assertThat(found(line, line, 0).map((finding) -> finding.rule().id())).contains(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "docker compose -f a.yml down", "docker compose -f a.yml up -d", "docker ps",
			"docker pull app:1.2", "docker compose logs --no-log-prefix web | jq .",
			"docker exec -i db pg_dump shop > shop.sql", "docker image prune -a --filter until=240h",
			"docker run -p 127.0.0.1:6379:6379 redis:7", "docker run -e DB_PASSWORD=$DB_PASSWORD app:1",
			"docker-compose ps" })
	void whatIsHarmlessIsLeftAlone(String line) {
		assertThat(found(line, line, 0)).isEmpty();
	}

	@Test
	void downBeforeUpIsSeenInItsBlock() {
		String block = "docker-compose -f a.yml down\ndocker-compose -f a.yml pull\ndocker-compose -f a.yml up -d\n";
		assertThat(found("docker-compose -f a.yml down", block, 0).map((finding) -> finding.rule().id()))
			.containsExactly("compose/down-before-up");
	}

	@Test
	void theSaferLineLeavesTheDangerOut() {
		assertThat(
				found("docker compose -f a.yml down -v", "", 0).flatMap((finding) -> finding.saferCommand().stream()))
			.containsExactly("docker compose -f a.yml down");
	}

	private java.util.stream.Stream<Finding> found(String line, String block, int offset) {
		return this.dangers.check(new CommandLine(line, Optional.of(Lines.pipeline(line)),
				new Understanding.NotUnderstood<>(""), block, offset));
	}

	@Test
	void everyRuleIsListedOnce() {
		List<String> ids = this.dangers.rules().stream().map((rule) -> rule.id()).toList();
		assertThat(ids).doesNotHaveDuplicates().allMatch((id) -> id.matches("(docker|compose)/.*"));
	}

}

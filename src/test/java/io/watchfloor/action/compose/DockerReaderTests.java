package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DockerReaderTests {

	private static final List<String> READS = List.of("docker ps", "docker ps -a", "docker ps -aq",
			"docker ps --filter name=web --filter health=healthy", "docker container ls --all",
			"docker ps --format 'table {{.Names}}\\t{{.Status}}'", "docker ps --format '{{json .}}'",
			"docker inspect web", "docker inspect --format='{{.State.Status}}' web",
			"docker inspect -f '{{json .State.Health}}' web db", "docker image inspect nginx:1.27", "docker logs web",
			"docker logs --tail 100 web", "docker logs web --tail=100 -f", "docker logs --since 1h -t web",
			"docker container logs -n 5 web", "docker stats", "docker stats --no-stream",
			"docker stats web --no-stream --format 'table {{.Container}}\\t{{.CPUPerc}}'", "docker images",
			"docker images nginx", "docker image ls -q --filter dangling=true", "docker top web", "docker port web",
			"docker version", "docker info --format '{{.ServerVersion}}'", "docker system df", "docker system df -v",
			"docker volume ls", "docker volume inspect data", "docker network ls", "docker network inspect web",
			"docker diff web", "docker history nginx", "docker compose ps", "docker compose ps web db",
			"docker-compose -f docker-compose.production.yml ps", "docker compose -p shop ps --format json",
			"docker compose logs", "docker compose logs -f --tail=100 web", "docker-compose logs --no-color web",
			"docker compose config", "docker compose config -q", "docker compose config --services",
			"docker compose images", "docker compose top web", "docker compose ls", "docker compose version");

	private static final List<String> CHANGES = List.of("docker start web", "docker stop -t 30 web db",
			"docker restart web", "docker kill web", "docker rm -f web", "docker rm -fv web", "docker rmi nginx:1.26",
			"docker pull nginx:1.27", "docker tag app:1 app:latest", "docker system prune -af --volumes",
			"docker image prune -a --filter until=24h", "docker volume rm data", "docker volume create data",
			"docker network create web", "docker network connect web app", "docker network rm web",
			"docker volume prune -f", "docker builder prune", "docker compose up -d",
			"docker-compose up -d --no-deps web", "docker compose up -d --force-recreate --remove-orphans",
			"docker compose up -d --scale web=3", "docker-compose scale web=3", "docker compose pull",
			"docker compose build", "docker compose up -d --build web",
			"docker-compose -f a.yml build --no-cache --pull web db", "docker compose restart web",
			"docker compose -f a.yml -f b.yml --profile x stop web", "docker compose stop -t 5", "docker compose start",
			"docker compose down", "docker compose down -v --remove-orphans", "docker compose kill web");

	private final DockerReader reader = new DockerReader();

	@Test
	void looksAreReadsAndTheRestAreNot() {
		READS.forEach((line) -> assertThat(action(line).risk()).as(line).isEqualTo(Risk.READ));
		CHANGES.forEach((line) -> assertThat(action(line).risk()).as(line).isNotEqualTo(Risk.READ));
	}

	@Test
	void whatAnActionShowsIsReadAsTheSameCall() {
		List<String> all = new ArrayList<>(READS);
		all.addAll(CHANGES);
		all.forEach((line) -> {
			ActionCall call = Lines.call(line, this.reader);
			assertThat(Lines.call(call.action().commandLine(), this.reader)).as(line).isEqualTo(call);
		});
	}

	@Test
	void whatGoesForGoodIsDestructive() {
		for (String line : List.of("docker compose down -v", "docker volume rm data", "docker system prune -f",
				"docker volume prune", "docker rm web", "docker image prune -a")) {
			assertThat(action(line).risk()).as(line).isEqualTo(Risk.DESTRUCTIVE);
		}
	}

	@Test
	void theProjectIsTheOneThatTheLineNames() {
		assertThat(Lines.call("docker compose -p shop ps", this.reader).hint())
			.isEqualTo(new TargetHint.Written("shop"));
		assertThat(Lines.call("docker-compose -f docker-compose.production.yml ps", this.reader).hint())
			.isEqualTo(new TargetHint.Written("docker-compose.production.yml"));
		assertThat(Lines.call("docker compose ps", this.reader).hint()).isEqualTo(new TargetHint.Unnamed());
	}

	@Test
	void theVerbsMeanWhatTheySay() {
		assertThat(action("docker restart web")).isEqualTo(new ContainerChange(Verb.RESTART, List.of("web"), -1));
		assertThat(action("docker-compose -f x.yml restart mcp"))
			.isEqualTo(new ComposeServices("--file x.yml", Verb.RESTART, List.of("mcp"), -1));
		assertThat(action("docker-compose up -d --scale mcp=3"))
			.isEqualTo(new ComposeUp("", List.of(), List.of(new ComposeUp.Scale("mcp", 3)), List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "docker run -it alpine sh; from nothing",
			"docker build .; Dockerfile says", "docker push app; publishes", "docker compose up; foreground",
			"docker compose up -d --build --no-build; does not take", "docker compose run web sh; further container",
			"docker ps --format '{{range .}}{{end}}'; plain fields", "docker ps --format '{{.Nonsense}}'; no field",
			"docker inspect -f '{{index .A 0}}' x; plain fields", "docker exec -u root web ls; flag -u",
			"docker logs; missing", "docker logs a b; not understood", "docker ps -x; flag -x",
			"docker -H tcp://x ps; '-H' is not understood", "docker rm --link a; flag --link",
			"docker compose --file a.yml; missing", "docker compose down --rmi all; flag --rmi",
			"docker volume rm ../x; no name", "docker stop -- -x; name",
			"docker system prune --all=false; takes no value", "docker logs $C; shell would change",
			"docker service update x; Swarm", "docker ps > f; written over" })
	void anythingElseIsNotUnderstoodAndSaysWhy(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	@Test
	void anUnknownFlagIsNeverReadPast() {
		long seed = 42;
		Random random = new Random(seed);
		List<String> all = new ArrayList<>(READS);
		all.addAll(CHANGES);
		for (String line : all) {
			if (line.contains("'")) {
				continue;
			}
			List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
			String flag = List.of("--zz-top", "--privileged", "-Z", "--no-such=1").get(random.nextInt(4));
			words.add(1 + random.nextInt(words.size()), flag);
			String fuzzed = String.join(" ", words);
			assertThat(Lines.read(fuzzed, this.reader)).as("seed %d: %s", seed, fuzzed)
				.isInstanceOf(Understanding.NotUnderstood.class);
		}
	}

	private Action action(String line) {
		return Lines.call(line, this.reader).action();
	}

}

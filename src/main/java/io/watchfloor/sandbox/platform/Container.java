package io.watchfloor.sandbox.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.CanonicalJson;

/**
 * One container as Docker would show it.
 *
 * @param role what runs in it
 * @param running whether it does
 * @param since when it was started
 * @param bytes what it wrote
 */
record Container(Role role, boolean running, Instant since, long bytes) {

	/** What runs in a container. */
	enum Role {

		/** The application. */
		APPLICATION("orderdesk-mcp", "orderdesk/mcp:1.4.2"),
		/** Its PostgreSQL. */
		DATABASE("orderdesk-postgres", "postgres:16-alpine"),
		/** Its Redis. */
		CACHE("orderdesk-redis", "redis:7-alpine"),
		/** Somebody's debugging of last week, stopped, with its log still on the disk. */
		LEFTOVER("orderdesk-mcp-debug", "orderdesk/mcp:1.4.1");

		private final String container;

		private final String image;

		Role(String container, String image) {
			this.container = container;
			this.image = image;
		}

	}

	/** The containers of a system now. */
	static List<Container> of(Supervisor supervisor) {
		List<Container> containers = new ArrayList<>(List.of(
				new Container(Role.APPLICATION, supervisor.applicationRuns(), supervisor.applicationSince(), 4_096),
				new Container(Role.DATABASE, true, supervisor.begun(), 4_096),
				new Container(Role.CACHE, supervisor.cacheRuns(), supervisor.cacheSince(), 4_096)));
		if (supervisor.leftover() > 0) {
			containers.add(new Container(Role.LEFTOVER, false, supervisor.begun().minus(Duration.ofDays(9)),
					supervisor.leftover()));
		}
		return containers;
	}

	String name() {
		return this.role.container;
	}

	String id() {
		return CanonicalJson.fingerprint(name());
	}

	private String status() {
		return this.running ? "running" : "exited";
	}

	/** As in a list. */
	Map<String, Object> listed() {
		return Map.of("Id", id(), "Names", List.of("/" + name()), "Image", this.role.image, "ImageID",
				CanonicalJson.fingerprint(this.role.image), "Command", "sandbox", "Created",
				this.since.getEpochSecond(), "State", status(), "Status", this.running ? "Up" : "Exited (137)",
				"SizeRw", this.bytes, "Labels", Map.of());
	}

	/** As in an inspection. */
	Map<String, Object> inspected() {
		return Map.of("Id", id(), "Name", "/" + name(), "State",
				Map.of("Status", status(), "Running", this.running, "StartedAt", this.since, "ExitCode",
						this.running ? 0 : 137),
				"RestartCount", 0, "Config", Map.of("Image", this.role.image, "Labels", Map.of()), "Image",
				CanonicalJson.fingerprint(this.role.image), "HostConfig",
				Map.of("RestartPolicy", Map.of("Name", "no")));
	}

}

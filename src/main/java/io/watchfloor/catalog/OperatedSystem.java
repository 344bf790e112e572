package io.watchfloor.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is operated. (Named so because {@code java.lang.System} has the better name.)
 *
 * @param id the folder's name
 * @param name as people say it
 * @param summary one sentence
 * @param owner the team that owns it
 * @param platform where it really runs: ECS, Compose on EC2, Lambda
 * @param contacts whom to call
 * @param severities the system's own scheme, most severe first; empty when the team has
 * none
 * @param environments where it runs
 * @param runbooks its Markdown files, unchanged; absolute paths, no two of the same file
 * name
 * @param standards what its team promises and plans
 * @param git the repository that further runbooks are pulled from; null when there is
 * none
 */
public record OperatedSystem(SystemId id, String name, String summary, String owner, String platform,
		List<Contact> contacts, List<Severity> severities, List<Environment> environments, List<Path> runbooks,
		Standards standards, @Nullable GitSource git) {

	public OperatedSystem {
		contacts = List.copyOf(contacts);
		severities = List.copyOf(severities);
		environments = List.copyOf(environments);
		runbooks = List.copyOf(runbooks);
	}

	/** A system whose team wrote no standards down. */
	public OperatedSystem(SystemId id, String name, String summary, String owner, String platform,
			List<Contact> contacts, List<Severity> severities, List<Environment> environments, List<Path> runbooks) {
		this(id, name, summary, owner, platform, contacts, severities, environments, runbooks, Standards.NONE, null);
	}

	/** The same system with these environments. */
	public OperatedSystem withEnvironments(List<Environment> others) {
		return new OperatedSystem(this.id, this.name, this.summary, this.owner, this.platform, this.contacts,
				this.severities, others, this.runbooks, this.standards, this.git);
	}

	/** Finds an environment by its name. */
	public Optional<Environment> environment(String environmentName) {
		return this.environments.stream()
			.filter((environment) -> environment.name().equals(environmentName))
			.findFirst();
	}

	/**
	 * Whom to call.
	 *
	 * @param role what for: on-call, vendor support
	 * @param name who
	 * @param reach an address, URL or telephone number; absent while the team has not
	 * filled it in
	 */
	public record Contact(String role, String name, @Nullable String reach) {
	}

	/**
	 * One level of a severity scheme.
	 *
	 * @param label the system's own: P0, SEV-1
	 * @param rank 1 for the most severe, to compare across systems
	 * @param meaning when it applies
	 * @param respondWithin the response clock; zero means at once, absent means none
	 * stated
	 * @param escalation who joins
	 */
	public record Severity(String label, int rank, String meaning, @Nullable Duration respondWithin,
			@Nullable String escalation) {
	}

}

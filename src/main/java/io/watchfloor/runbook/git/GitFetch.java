package io.watchfloor.runbook.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.db.DataFolder;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Revision;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Brings the newest commit of a branch, and only that. Nothing stays on the disk. */
@Component
class GitFetch {

	private static final int IO_SECONDS = 20;

	private final Secrets secrets;

	private final GitSettings settings;

	private final Path pulls;

	GitFetch(Secrets secrets, GitSettings settings, DataFolder data) {
		this.secrets = secrets;
		this.settings = settings;
		this.pulls = data.path().resolve("pulls");
		GitIsolation.enter();
	}

	/**
	 * Pulls.
	 * @param known the commit that is here already; null for none
	 * @return empty when the branch is still at that commit
	 * @throws Problem when it does not work, with the reason and what to do
	 */
	Optional<Pulled> pull(GitSource source, @Nullable String known) {
		Path folder = this.pulls.resolve(UUID.randomUUID().toString());
		try {
			Files.createDirectories(folder);
			URIish address = address(source);
			try (LimitedRepository repository = new LimitedRepository(folder.resolve("repository"),
					this.settings.largest().toBytes(), this.settings.patience());
					Transport transport = transport(repository, address, source, folder)) {
				return pull(repository, transport, source, known);
			}
		}
		catch (IOException trouble) {
			throw explain(source, trouble);
		}
		finally {
			remove(folder);
		}
	}

	private URIish address(GitSource source) {
		try {
			URIish address = new URIish(source.url());
			boolean remote = address.isRemote()
					&& (address.getScheme() == null || List.of("https", "http", "ssh").contains(address.getScheme()));
			if (!remote && !this.settings.local()) {
				throw new Problem(Category.REFUSED_BY_POLICY, "The repository " + source.url()
						+ " is a folder of this machine. Use https or ssh, or allow it with watchfloor.git.local=true.");
			}
			if (address.getPass() != null) {
				throw new Problem(Category.REFUSED_BY_POLICY,
						"The repository's address holds a password. Take it out and name it as the secret 'token'.");
			}
			return address;
		}
		catch (URISyntaxException unreadable) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The repository's address " + source.url()
							+ " cannot be read. It must look like https://host/path or ssh://user@host/path.",
					unreadable);
		}
	}

	private Transport transport(Repository repository, URIish address, GitSource source, Path folder)
			throws NotSupportedException, TransportException {
		Transport transport = Transport.open(repository, address);
		transport.setCredentialsProvider(new GitCredentials(address, source.user(), secret(source, "token")));
		transport.setTimeout(IO_SECONDS);
		transport.setTagOpt(TagOpt.NO_TAGS);
		if (transport instanceof TransportHttp http) {
			http.setHttpConnectionFactory(new GuardedHttp());
		}
		if (transport instanceof SshTransport ssh) {
			GuardedHttp.demand(address.getHost());
			String key = secret(source, "key");
			if (key == null || source.fingerprint() == null) {
				throw new Problem(Category.NOT_UNDERSTOOD,
						"A repository over SSH needs the secret 'key' and the server's 'fingerprint' in system.yaml.");
			}
			ssh.setSshSessionFactory(GitSsh.factory(folder, key, source.fingerprint()));
		}
		return transport;
	}

	private @Nullable String secret(GitSource source, String name) {
		SecretReference reference = source.secrets().get(name);
		return (reference != null) ? this.secrets.resolve(reference) : null;
	}

	private Optional<Pulled> pull(LimitedRepository repository, Transport transport, GitSource source,
			@Nullable String known) throws IOException {
		String branch = "refs/heads/" + source.branch();
		try (FetchConnection connection = transport.openFetch()) {
			Ref head = connection.getRef(branch);
			if (head == null || head.getObjectId() == null) {
				throw new Problem(Category.NOT_FOUND, "The repository " + source.url() + " has no branch '"
						+ source.branch() + "'. Name the right one as git: branch in system.yaml.");
			}
			if (Objects.requireNonNull(head.getObjectId()).name().equals(known)) {
				return Optional.empty();
			}
		}
		transport.setDepth(1);
		transport.fetch(new EmptyProgressMonitor() {

			@Override
			public boolean isCancelled() {
				return repository.late();
			}

		}, List.of(new RefSpec("+" + branch + ":refs/heads/pulled")));
		try (RevWalk walk = new RevWalk(repository)) {
			RevCommit commit = walk
				.parseCommit(Objects.requireNonNull(repository.resolve("refs/heads/pulled"), "what was fetched"));
			Revision revision = new Revision(commit.name(), commit.getShortMessage(), commit.getAuthorIdent().getName(),
					commit.getCommitterIdent().getWhenAsInstant());
			return Optional.of(new Pulled(revision, new CommitFiles(repository, source.folder()).of(commit.getTree())));
		}
	}

	private Problem explain(GitSource source, IOException trouble) {
		String why = String.valueOf(trouble.getMessage());
		for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
			if (cause instanceof org.eclipse.jgit.errors.TooLargePackException
					|| cause instanceof org.eclipse.jgit.errors.TooLargeObjectInPackException) {
				return new Problem(Category.NOT_UNDERSTOOD,
						"The repository " + source.url() + " brings more than " + this.settings.largest().toMegabytes()
								+ " MB. Keep runbooks in a repository of their own, or raise watchfloor.git.largest.",
						trouble);
			}
		}
		boolean refused = why.contains("not authorized") || why.contains("not permitted") || why.contains("Auth fail")
				|| why.contains("Authentication is required") || why.contains("not found");
		return refused
				? new Problem(Category.TARGET_SAID_NO,
						"The repository " + source.url() + " was not opened: " + this.secrets.redact(why)
								+ ". Check the address and the secret 'token' or 'key' under git in system.yaml.",
						trouble)
				: new Problem(
						Category.UNREACHABLE, "The repository " + source.url() + " could not be pulled: "
								+ this.secrets.redact(why) + ". Look whether its server answers, then pull again.",
						trouble);
	}

	private static void remove(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException left) {
			// swept at the next start
		}
	}

}

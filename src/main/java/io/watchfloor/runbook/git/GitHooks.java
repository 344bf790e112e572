package io.watchfloor.runbook.git;

import java.io.IOException;
import java.util.Map;

import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A code host says that something was pushed. All it can bring about is a pull of the
 * branch that the catalog names, so a message that comes twice or late does no harm.
 */
@RestController
class GitHooks {

	static final int LARGEST = 512 * 1024;

	private static final Logger log = LoggerFactory.getLogger(GitHooks.class);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final GitPulls pulls;

	private final Secrets secrets;

	GitHooks(GitPulls pulls, Secrets secrets) {
		this.pulls = pulls;
		this.secrets = secrets;
	}

	@PostMapping("/hooks/git/{system}")
	ResponseEntity<Map<String, String>> pushed(@PathVariable String system, HttpServletRequest request)
			throws IOException {
		GitSource source = this.pulls.hooked(system).orElse(null);
		if (source == null) {
			return answer(HttpStatus.NOT_FOUND, "There is no hook here.");
		}
		if (request.getContentLengthLong() > LARGEST) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, "At most 512 KB are taken.");
		}
		byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
		if (body.length > LARGEST) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, "At most 512 KB are taken.");
		}
		try {
			SecretReference reference = source.secrets().get("webhook");
			if (reference == null || !new HookSignature(this.secrets.resolve(reference)).fits(request, body)) {
				this.pulls.refused(new SystemId(system), request.getRemoteAddr());
				return answer(HttpStatus.UNAUTHORIZED, "The signature or token does not fit.");
			}
			if (!concerns(source, request, body)) {
				return answer(HttpStatus.OK, "Nothing to do: this is not about branch " + source.branch() + ".");
			}
			this.pulls.want(new SystemId(system), "a webhook");
			return answer(HttpStatus.ACCEPTED, "It will be pulled.");
		}
		catch (RuntimeException trouble) {
			Problem.in(trouble)
				.ifPresentOrElse(
						(problem) -> log.warn("A hook for {} could not be taken: {}", system, problem.getMessage()),
						() -> log.warn("A hook for {} could not be taken", system, trouble));
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.header(HttpHeaders.RETRY_AFTER, "30")
				.body(Map.of("message", "It cannot be stored now. Send it again."));
		}
	}

	/** What says nothing of a branch may concern it. */
	private static boolean concerns(GitSource source, HttpServletRequest request, byte[] body) {
		if ("ping".equals(request.getHeader("X-GitHub-Event"))) {
			return false;
		}
		try {
			String ref = JSON.readTree(body).path("ref").asString("");
			return ref.isEmpty() || ref.equals("refs/heads/" + source.branch());
		}
		catch (JacksonException noJson) {
			return true;
		}
	}

	private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String message) {
		return ResponseEntity.status(status).body(Map.of("message", message));
	}

}

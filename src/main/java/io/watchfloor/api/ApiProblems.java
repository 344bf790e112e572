package io.watchfloor.api;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Refusals as RFC 9457 wants them: what, where, and what to do; never a stack trace. */
@RestControllerAdvice(basePackages = "io.watchfloor.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

	@ExceptionHandler(Problem.class)
	ResponseEntity<ProblemDetail> problem(Problem problem) {
		HttpStatus status = status(problem.category());
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, String.valueOf(problem.getMessage()));
		detail.setProperty("category", problem.category().name());
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			answer.header(HttpHeaders.RETRY_AFTER, "5");
		}
		return answer.body(detail);
	}

	@ExceptionHandler(RuntimeException.class)
	ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
		return Problem.in(failure).map(this::problem).orElseGet(() -> {
			LOG.error("A call of the API failed", failure);
			return ResponseEntity.internalServerError()
				.body(ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
						"Watchfloor made a mistake; its log says more. Nobody knows whether this was done: look before "
								+ "you send it again."));
		});
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why(unreadable));
		detail.setProperty("category", Category.NOT_UNDERSTOOD.name());
		return ResponseEntity.badRequest().body(detail);
	}

	private static String why(HttpMessageNotReadableException unreadable) {
		return switch (unreadable.getCause()) {
			case UnrecognizedPropertyException unknown -> "The property '%s' is not known here. Known are: %s."
				.formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
			case JacksonException wrong when wrong.getLocation() != null ->
				"The body is not the JSON that is wanted here (line %d, column %d)."
					.formatted(wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr());
			case null, default -> "The body is missing or is not the JSON that is wanted here.";
		};
	}

	private static HttpStatus status(Category category) {
		return switch (category) {
			case UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
			case REFUSED_BY_POLICY -> HttpStatus.FORBIDDEN;
			case STALE -> HttpStatus.CONFLICT;
			case NOT_UNDERSTOOD -> HttpStatus.BAD_REQUEST;
			case TARGET_SAID_NO -> HttpStatus.BAD_GATEWAY;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
		};
	}

}

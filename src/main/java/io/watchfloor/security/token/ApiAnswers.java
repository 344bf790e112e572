package io.watchfloor.security.token;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refusals at the door of the API, as RFC 9457 wants them. */
@Component
class ApiAnswers {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	void unknown(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Watchfloor\"");
		write(response, HttpStatus.UNAUTHORIZED,
				"No token that counts was shown. Make one under Tokens and send it as 'Authorization: Bearer …'; "
						+ "it may have expired or been ended, or its person may be disabled.");
	}

	void unavailable(HttpServletResponse response, String why) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		write(response, HttpStatus.SERVICE_UNAVAILABLE, why);
	}

	private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("title", status.getReasonPhrase());
		problem.put("status", status.value());
		problem.put("detail", detail);
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(JSON.writeValueAsBytes(problem));
	}

}

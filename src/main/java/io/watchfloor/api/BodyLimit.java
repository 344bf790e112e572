package io.watchfloor.api;

import io.watchfloor.kernel.Counted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Takes no body whose size is unknown or that nobody would type. */
class BodyLimit implements HandlerInterceptor {

	/** In bytes. */
	static final int LARGEST = 64 * 1024;

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getContentLengthLong() > LARGEST) {
			throw refusal(HttpStatus.CONTENT_TOO_LARGE, "The body has %s; at most %d are taken."
				.formatted(Counted.of(request.getContentLengthLong(), "byte"), LARGEST));
		}
		if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
			throw refusal(HttpStatus.LENGTH_REQUIRED, "Send the body with its Content-Length, not in chunks.");
		}
		return true;
	}

	private static ErrorResponseException refusal(HttpStatus status, String detail) {
		ErrorResponseException refusal = new ErrorResponseException(status);
		refusal.setDetail(detail);
		return refusal;
	}

}

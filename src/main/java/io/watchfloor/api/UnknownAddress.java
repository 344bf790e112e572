package io.watchfloor.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that an address of the API does not exist, instead of showing a page. */
@RestController
@Hidden
class UnknownAddress {

	@RequestMapping("/api/**")
	void unknown(HttpServletRequest request) {
		throw new Problem(Category.NOT_FOUND, "The API has no %s %s. See /api/v1/openapi.json for what it has."
			.formatted(request.getMethod(), request.getRequestURI()));
	}

}

package io.watchfloor.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every address of the API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

	private static final String TOKEN = "token";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new BodyLimit()).addPathPatterns("/api/**");
	}

	@Bean
	OpenAPI description() {
		return new OpenAPI()
			.info(new Info().title("Watchfloor")
				.version("1")
				.description("Runs of procedures: start, preview, confirm, approve, follow. Identity comes from the "
						+ "token only; what it may is what its person may at that moment, within the token's scopes."))
			.components(new Components().addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("Made under Tokens")))
			.addSecurityItem(new SecurityRequirement().addList(TOKEN));
	}

}

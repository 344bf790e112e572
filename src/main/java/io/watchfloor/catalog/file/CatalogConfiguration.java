package io.watchfloor.catalog.file;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The schema, and its place on the web for editors. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration implements WebMvcConfigurer {

	@Bean
	static SystemSchema systemSchema() {
		return new SystemSchema();
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/schemas/**").addResourceLocations("classpath:/catalog-schema/");
	}

}

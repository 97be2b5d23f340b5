package org.interactionhub.door;

import jakarta.servlet.Filter;
import java.nio.file.Path;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.interactionhub.door.description.ApiDescription;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;

/**
 * Imported by every service that answers HTTP; importing it twice is as good as once. {@code hub.allowed-hosts} (a comma
 * list, {@code HUB_ALLOWED_HOSTS}) names the hosts beyond this machine's own.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:http-door-defaults.properties")
@Import(ApiDescription.class)
public class HttpDoor {

    @Bean
    FilterRegistrationBean<Filter> safeHeaders() {
        return first(new SafeHeaders(), 10);
    }

    @Bean
    FilterRegistrationBean<Filter> hostAndOrigin(@Value("${hub.allowed-hosts:}") List<String> allowedHosts,
            ObjectProvider<OpenToOtherSites> open) {
        return first(new HostAndOrigin(new AllowedHosts(allowedHosts), open.orderedStream().toList()), 20);
    }

    @Bean
    Problems problems(ObjectProvider<PassingFailure> passing) {
        return new Problems(passing.orderedStream().toList());
    }

    @Bean
    ErrorAnswers errorAnswers(ErrorAttributes errorAttributes, WebProperties web,
            ObjectProvider<ErrorViewResolver> views) {
        return new ErrorAnswers(errorAttributes, web.getError(), views.orderedStream().toList());
    }

    @Bean
    HealthIndicator diskHealthIndicator(@Value("${hub.data:./data}") Path data) {
        return new DiskHealth(data);
    }

    /** A name in a path may hold a slash, as {@code %2F}: which handler it is for is decided before it is decoded. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slashesInNames() {
        return server -> server.addConnectorCustomizers(connector -> connector
                .setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}

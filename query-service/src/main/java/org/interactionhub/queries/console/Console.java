package org.interactionhub.queries.console;

import java.time.Clock;
import java.time.ZoneId;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.console.frame.Languages;
import org.interactionhub.queries.console.frame.Messages;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.PageHeaders;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.live.Now;
import org.interactionhub.queries.timeline.Timeline;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the console together. Key {@code hub.zone} ({@code HUB_ZONE}) names the zone in which times are shown; left
 * empty, the machine's.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/interactionhub/queries/console/console-defaults.properties")
public class Console {

    /** The words of the pages; Spring Boot and Thymeleaf look for them by this name. */
    @Bean
    MessageSource messageSource() {
        return Messages.bundle();
    }

    /** Spring looks for it by this name. */
    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    Visitors visitors(MessageSource messages, @Qualifier("queryClock") Clock clock,
            @Value("${hub.zone:}") String zone) {
        return new Visitors(messages, zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip()), clock);
    }

    @Bean
    PageFrames pageFrames(Now now) {
        return new PageFrames(now);
    }

    @Bean
    ConsolePages consolePages(Clients clients, Timeline timeline, PageFrames frames, Visitors visitors) {
        return new ConsolePages(new ClientListPages(clients), new ClientPages(clients, timeline), frames, visitors);
    }

    @Bean
    ErrorPages errorPages(LocaleResolver locales, Visitors visitors) {
        return new ErrorPages(locales, visitors);
    }

    @Bean
    WebMvcConfigurer consoleInterceptors() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                String[] machines = {"/api/**", "/intake/**", "/actuator/**", "/v3/**", "/webjars/**", "/*.css",
                        "/*.js",
                        "/*.svg"};
                registry.addInterceptor(new PageHeaders()).excludePathPatterns(machines);
                registry.addInterceptor(Languages.choice()).excludePathPatterns(machines);
            }
        };
    }
}

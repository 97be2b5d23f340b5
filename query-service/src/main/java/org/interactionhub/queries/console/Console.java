package org.interactionhub.queries.console;

import java.time.Clock;
import java.time.ZoneId;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.queries.arrival.Arrivals;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.colleague.Colleagues;
import org.interactionhub.queries.console.arrivals.ArrivalPages;
import org.interactionhub.queries.console.frame.Languages;
import org.interactionhub.queries.console.frame.Messages;
import org.interactionhub.queries.console.frame.PageFrames;
import org.interactionhub.queries.console.frame.PageHeaders;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.console.house.HousePages;
import org.interactionhub.queries.console.identity.IdentityPages;
import org.interactionhub.queries.console.identity.IdentitySigns;
import org.interactionhub.queries.console.imports.ImportPages;
import org.interactionhub.queries.console.imports.ImportSigns;
import org.interactionhub.queries.console.operations.OperationPages;
import org.interactionhub.queries.console.operations.OperationSigns;
import org.interactionhub.queries.console.palette.PaletteController;
import org.interactionhub.queries.console.palette.Signpost;
import org.interactionhub.queries.console.portfolio.PortfolioPages;
import org.interactionhub.queries.console.portfolio.PortfolioSigns;
import org.interactionhub.queries.console.segments.Badges;
import org.interactionhub.queries.console.segments.SegmentPages;
import org.interactionhub.queries.console.segments.SegmentSigns;
import org.interactionhub.queries.console.views.ViewPages;
import org.interactionhub.queries.console.views.ViewSigns;
import org.interactionhub.queries.identity.Identities;
import org.interactionhub.queries.imports.Imports;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.interaction.Interactions;
import org.interactionhub.queries.live.Now;
import org.interactionhub.queries.portfolio.Portfolios;
import org.interactionhub.queries.replay.Processors;
import org.interactionhub.queries.replay.Replays;
import org.interactionhub.queries.segment.Segments;
import org.interactionhub.queries.timeline.Timeline;
import org.interactionhub.queries.view.Views;
import org.springframework.beans.factory.ObjectProvider;
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

    /** Where we work: times are shown in it, and working hours are counted in it. */
    @Bean
    ZoneId hubZone(@Value("${hub.zone:}") String zone) {
        return zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip());
    }

    @Bean
    Visitors visitors(MessageSource messages, @Qualifier("queryClock") Clock clock,
            @Qualifier("hubZone") ZoneId zone) {
        return new Visitors(messages, zone, clock);
    }

    @Bean
    PageFrames pageFrames(Now now) {
        return new PageFrames(now);
    }

    @Bean
    ClientPages clientPages(Clients clients, Timeline timeline, @Qualifier("queryLog") EventLog log) {
        return new ClientPages(clients, timeline, log);
    }

    @Bean
    ConsolePages consolePages(Clients clients, Segments segments, ClientPages clientPages, PageFrames frames,
            Visitors visitors) {
        return new ConsolePages(new ClientListPages(clients, segments), clientPages, new Badges(segments), frames,
                visitors);
    }

    @Bean
    StaffPages staffPages(ClientPages clientPages, Colleagues colleagues, Visitors visitors) {
        return new StaffPages(clientPages, colleagues, visitors);
    }

    @Bean
    HousePages housePages(Clients clients, PageFrames frames, Visitors visitors) {
        return new HousePages(clients, frames, visitors);
    }

    @Bean
    IdentityPages identityPages(Identities identities, Clients clients, Interactions interactions, PageFrames frames,
            Visitors visitors) {
        return new IdentityPages(identities, clients, interactions, frames, visitors);
    }

    @Bean
    ImportPages importPages(Imports imports, PageFrames frames, Visitors visitors) {
        return new ImportPages(imports, frames, visitors);
    }

    @Bean
    Signpost importSigns() {
        return new ImportSigns();
    }

    @Bean
    Signpost identitySigns() {
        return new IdentitySigns();
    }

    @Bean
    PortfolioPages portfolioPages(Portfolios portfolios, Segments segments, PageFrames frames, Visitors visitors) {
        return new PortfolioPages(portfolios, segments, frames, visitors);
    }

    @Bean
    Signpost portfolioSigns(Clients clients) {
        return new PortfolioSigns(clients);
    }

    @Bean
    SegmentPages segmentPages(Segments segments, PageFrames frames, Visitors visitors) {
        return new SegmentPages(segments, frames, visitors);
    }

    @Bean
    Signpost segmentSigns(Segments segments) {
        return new SegmentSigns(segments);
    }

    @Bean
    PaletteController paletteController(Clients clients, ObjectProvider<Signpost> signposts, Visitors visitors) {
        return new PaletteController(clients, signposts.orderedStream().toList(), visitors);
    }

    @Bean
    ArrivalPages arrivalPages(Arrivals arrivals, Inflow inflow, PageFrames frames, Visitors visitors) {
        return new ArrivalPages(arrivals, inflow, frames, visitors);
    }

    @Bean
    OperationPages operationPages(Inflow inflow, Processors processors, Replays replays, Views views,
            PageFrames frames, Visitors visitors) {
        return new OperationPages(inflow, processors, replays, views, frames, visitors);
    }

    @Bean
    Signpost operationSigns() {
        return new OperationSigns();
    }

    @Bean
    ViewPages viewPages(Views views, Replays replays, PageFrames frames, Visitors visitors) {
        return new ViewPages(views, replays, frames, visitors);
    }

    @Bean
    Signpost viewSigns(Views views) {
        return new ViewSigns(views);
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
                String[] machines = {"/api/**", "/intake/**", "/actuator/**", "/v3/**", "/contracts/**", "/schemas/**",
                        "/webjars/**", "/*.css",
                        "/*.js",
                        "/*.svg"};
                registry.addInterceptor(new PageHeaders()).excludePathPatterns(machines);
                registry.addInterceptor(Languages.choice()).excludePathPatterns(machines);
            }
        };
    }
}

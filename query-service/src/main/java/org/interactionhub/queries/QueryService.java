package org.interactionhub.queries;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interactionhub.door.HttpDoor;
import org.interactionhub.door.Outage;
import org.interactionhub.door.PassingFailure;
import org.interactionhub.eventstore.EventLog;
import org.interactionhub.eventstore.LogUnavailable;
import org.interactionhub.queries.arrival.ArrivalController;
import org.interactionhub.queries.arrival.Arrivals;
import org.interactionhub.queries.clientcard.ClientController;
import org.interactionhub.queries.clientcard.Clients;
import org.interactionhub.queries.colleague.Colleagues;
import org.interactionhub.queries.console.Console;
import org.interactionhub.queries.console.frame.Visitors;
import org.interactionhub.queries.history.History;
import org.interactionhub.queries.history.HistoryHealth;
import org.interactionhub.queries.identity.Identities;
import org.interactionhub.queries.identity.IdentityController;
import org.interactionhub.queries.imports.ImportController;
import org.interactionhub.queries.imports.Imports;
import org.interactionhub.queries.intake.Inflow;
import org.interactionhub.queries.interaction.InteractionController;
import org.interactionhub.queries.interaction.Interactions;
import org.interactionhub.queries.interaction.OriginalFiles;
import org.interactionhub.queries.likeness.Likenesses;
import org.interactionhub.queries.live.LiveController;
import org.interactionhub.queries.live.LiveFeed;
import org.interactionhub.queries.live.LiveMeters;
import org.interactionhub.queries.live.Now;
import org.interactionhub.queries.metering.ProjectionMeters;
import org.interactionhub.queries.operation.ChangeController;
import org.interactionhub.queries.operation.ChangeFeed;
import org.interactionhub.queries.portfolio.PortfolioController;
import org.interactionhub.queries.portfolio.Portfolios;
import org.interactionhub.queries.reading.AtLeast;
import org.interactionhub.queries.replay.HistoryReplay;
import org.interactionhub.queries.replay.Processors;
import org.interactionhub.queries.replay.Projection;
import org.interactionhub.queries.replay.ReplayController;
import org.interactionhub.queries.replay.Replays;
import org.interactionhub.queries.segment.SegmentController;
import org.interactionhub.queries.segment.Segments;
import org.interactionhub.queries.segment.WorkingHours;
import org.interactionhub.queries.timeline.Timeline;
import org.interactionhub.queries.timeline.TimelineController;
import org.interactionhub.queries.timeline.TimelineTable;
import org.interactionhub.queries.view.ViewController;
import org.interactionhub.queries.view.Views;
import org.interactionhub.readers.Phones;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the rooms of the query side together; the whole hub imports it, and it runs as a process of its own. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/interactionhub/queries/query-service-defaults.properties")
@Import({HttpDoor.class, Console.class})
public class QueryService {

    private static final String UNDEFINED_TABLE = "42P01";

    public static void main(String[] arguments) {
        SpringApplication.run(Alone.class, arguments);
    }

    @Bean
    HikariDataSource queryDatabase(@Value("${hub.db.url}") String url,
            @Value("${hub.db.query-password}") String password,
            @Value("${hub.db.query-connections}") int connections, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("query");
        config.setJdbcUrl(url);
        config.setUsername("hub_query");
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5000);
        config.setInitializationFailTimeout(-1);
        config.setMetricRegistry(meters);
        // PostgreSQL tells whole rows in the details of an error; people's words and addresses do not belong into a log
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.setConnectionInitSql("SET search_path TO " + History.SCHEMA + ", public");
        return new HikariDataSource(config);
    }

    /** While PostgreSQL is away, or history is still being made for the first time, nobody did anything wrong. */
    @Bean
    PassingFailure queryDatabaseAway() {
        return failure -> failure instanceof LogUnavailable || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof SQLException sql && UNDEFINED_TABLE.equals(sql.getSQLState());
    }

    @Bean
    Clock queryClock() {
        return Clock.systemUTC();
    }

    @Bean
    EventLog queryLog(@Qualifier("queryDatabase") HikariDataSource database) {
        return new EventLog(database);
    }

    @Bean
    History history(@Qualifier("queryDatabase") HikariDataSource database, @Qualifier("queryLog") EventLog log,
            MeterRegistry meters, @Qualifier("queryClock") Clock clock) {
        return new History(database, log, meters, clock);
    }

    @Bean
    SmartLifecycle historyLoop(History history, Replays replays) {
        return history.loop(replays::startDue);
    }

    @Bean
    HealthIndicator historyHealthIndicator(History history, @Qualifier("queryLog") EventLog log,
            @Qualifier("queryClock") Clock clock) {
        return new HistoryHealth(history, log, new Outage(clock));
    }

    @Bean
    TimelineTable timelineTable(@Qualifier("queryDatabase") HikariDataSource database) {
        return new TimelineTable(database);
    }

    @Bean
    Timeline timeline(@Qualifier("queryDatabase") HikariDataSource database, TimelineTable table,
            @Qualifier("queryLog") EventLog log) {
        return new Timeline(database, table, log);
    }

    @Bean
    TimelineController timelineController(Timeline timeline, History history) {
        return new TimelineController(timeline, () -> history.progress().position());
    }

    @Bean
    Clients clients(@Qualifier("queryDatabase") HikariDataSource database, @Qualifier("queryClock") Clock clock,
            @Qualifier("hubZone") ZoneId zone) {
        return new Clients(database, clock, zone);
    }

    @Bean
    Likenesses likenesses(@Qualifier("queryDatabase") HikariDataSource database, History history,
            @Qualifier("queryLog") EventLog log, MeterRegistry meters, @Qualifier("queryClock") Clock clock) {
        return new Likenesses(database, history.progress(),
                new ProjectionMeters(Likenesses.NAME, meters, log, clock));
    }

    @Bean
    SmartLifecycle likenessLoop(Likenesses likenesses) {
        return likenesses.loop();
    }

    @Bean
    Identities identities(@Qualifier("queryDatabase") HikariDataSource database, Clients clients,
            @Qualifier("queryLog") EventLog log, Likenesses likenesses) {
        return new Identities(database, clients, log, likenesses);
    }

    @Bean
    IdentityController identityController(Identities identities) {
        return new IdentityController(identities);
    }

    @Bean
    Portfolios portfolios(@Qualifier("queryDatabase") HikariDataSource database, Clients clients,
            @Qualifier("queryClock") Clock clock) {
        return new Portfolios(database, clients, clock);
    }

    @Bean
    PortfolioController portfolioController(Portfolios portfolios, Segments segments,
            @Qualifier("queryClock") Clock clock) {
        return new PortfolioController(portfolios, segments, clock);
    }

    @Bean
    Imports importQuestions(@Qualifier("queryDatabase") HikariDataSource database, @Qualifier("queryLog") EventLog log,
            @Value("${hub.region}") String region, @Qualifier("queryClock") Clock clock) {
        return new Imports(database, log, new Phones(region), clock);
    }

    @Bean
    ImportController importController(Imports importQuestions) {
        return new ImportController(importQuestions);
    }

    @Bean
    Colleagues colleagues(@Qualifier("queryDatabase") HikariDataSource database) {
        return new Colleagues(database);
    }

    @Bean
    ClientController clientController(Clients clients, @Qualifier("queryLog") EventLog log, Segments segments,
            Visitors visitors) {
        return new ClientController(clients, log, segments, visitors);
    }

    @Bean
    Segments segments(@Qualifier("queryDatabase") HikariDataSource database, @Qualifier("hubZone") ZoneId zone,
            @Value("${hub.working-hours}") String hours, @Value("${hub.answer-within-hours}") int answerWithin,
            @Value("${hub.region}") String region, History history, @Qualifier("queryLog") EventLog log,
            MeterRegistry meters,
            @Qualifier("queryClock") Clock clock) {
        return new Segments(database, WorkingHours.of(zone, hours), answerWithin,
                Currency.getInstance(Locale.of("", region)), history.progress(),
                new ProjectionMeters(Segments.NAME, meters, log, clock));
    }

    @Bean
    SmartLifecycle segmentLoop(Segments segments) {
        return segments.loop();
    }

    @Bean
    SegmentController segmentController(Segments segments, Visitors visitors) {
        return new SegmentController(segments, visitors);
    }

    @Bean
    Interactions interactions(@Qualifier("queryDatabase") HikariDataSource database, TimelineTable table,
            @Qualifier("queryLog") EventLog log) {
        return new Interactions(database, table, log);
    }

    @Bean
    InteractionController interactionController(Interactions interactions, @Value("${hub.data}") Path data) {
        return new InteractionController(interactions, new OriginalFiles(data));
    }

    @Bean
    LiveFeed liveFeed(@Qualifier("queryDatabase") HikariDataSource database, History history, TimelineTable table,
            @Qualifier("queryClock") Clock clock, MeterRegistry meters) {
        LiveFeed feed = new LiveFeed(database, history.progress(), table, clock);
        LiveMeters.watch(feed, meters);
        return feed;
    }

    @Bean
    SmartLifecycle liveLoop(LiveFeed feed) {
        return feed.loop();
    }

    @Bean
    Now now(LiveFeed feed) {
        return feed.now();
    }

    @Bean
    LiveController liveController(LiveFeed feed) {
        return new LiveController(feed);
    }

    @Bean
    Replays replays(History history, Likenesses likenesses, Views views, @Qualifier("queryLog") EventLog log,
            @Qualifier("queryDatabase") HikariDataSource database, @Qualifier("queryClock") Clock clock) {
        Projection timeline = new Projection(Replays.TIMELINE, () -> new HistoryReplay(history.rebuild()));
        return new Replays(
                () -> Stream.concat(Stream.of(timeline, likenesses.projection()), views.projections().stream())
                        .toList(),
                log,
                database, clock);
    }

    @Bean
    Views views(@Qualifier("queryDatabase") HikariDataSource database, @Qualifier("queryLog") EventLog log,
            History history, @Value("${hub.views}") String directory, @Qualifier("hubZone") ZoneId zone,
            @Qualifier("queryClock") Clock clock, MeterRegistry meters) {
        return new Views(database, Path.of(directory), zone, log, () -> history.progress().position(), clock,
                meters);
    }

    @Bean
    SmartLifecycle viewKeeper(Views views) {
        return views.keeper();
    }

    @Bean
    ViewController viewController(Views views) {
        return new ViewController(views);
    }

    @Bean
    Inflow inflow(@Qualifier("queryDatabase") HikariDataSource database) {
        return new Inflow(database);
    }

    @Bean
    Processors processors(History history, @Qualifier("queryLog") EventLog log, Inflow inflow, Segments segments,
            Likenesses likenesses, Views views, @Qualifier("queryClock") Clock clock) {
        return new Processors(history, log, inflow, List.of(segments, likenesses, views), clock);
    }

    @Bean
    Arrivals arrivals(@Qualifier("queryDatabase") HikariDataSource database, @Qualifier("queryLog") EventLog log,
            Inflow inflow) {
        return new Arrivals(database, log, inflow);
    }

    @Bean
    ArrivalController arrivalController(Arrivals arrivals) {
        return new ArrivalController(arrivals);
    }

    @Bean
    ChangeFeed changeFeed(History history, Likenesses likenesses, Inflow inflow, Processors processors,
            Replays replays) {
        return new ChangeFeed(Map.of("arrivals", () -> inflow.mark() + " " + history.progress().position(),
                "suggestions", () -> history.progress().position() + " " + likenesses.position(),
                "operations", () -> inflow.mark() + processors.all() + replays.all()));
    }

    @Bean
    SmartLifecycle changeLoop(ChangeFeed feed) {
        return feed.loop();
    }

    @Bean
    ChangeController changeController(ChangeFeed changeFeed) {
        return new ChangeController(changeFeed);
    }

    @Bean
    ReplayController replayController(Replays replays, Processors processors) {
        return new ReplayController(replays, processors);
    }

    @Bean
    WebMvcConfigurer atLeastOnReads(History history) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AtLeast(history.progress()));
            }
        };
    }
}

package org.interactionhub.commands.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.interactionhub.commands.deadletter.SecondReading;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.readers.Readers;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts intake together. */
@Configuration(proxyBeanMethods = false)
public class IntakeRoom {

    @Bean
    ReportFormat reportFormat() {
        return new ReportFormat(JsonMapper.builder().build());
    }

    @Bean
    IntakeMetrics intakeMetrics(MeterRegistry meters) {
        return new IntakeMetrics(meters);
    }

    @Bean
    Intake intake(EventStore eventStore, ReportFormat reportFormat, IntakeTables intakeTables,
            IntakeMetrics intakeMetrics) {
        return new Intake(eventStore, new RecordReading(reportFormat), intakeTables, intakeMetrics, Clock.systemUTC());
    }

    @Bean
    SecondReading secondReading(EventStore eventStore, ReportFormat reportFormat, IntakeTables intakeTables,
            @Value("${hub.region}") String region, @Value("${hub.call-log-zone}") ZoneId callLogZone,
            @Value("${hub.data}") Path data) {
        return new SecondReadingAtIntake(eventStore, reportFormat, new Readers(region, callLogZone),
                new Originals(data.resolve("originals")), intakeTables, Clock.systemUTC());
    }

    @Bean
    ReportListener reportListener(@Value("${hub.kafka}") String bootstrapServers,
            @Qualifier("commandDatabase") DataSource commandDatabase, Intake intake, IntakeMetrics intakeMetrics,
            ApplicationEventPublisher events) {
        return new ReportListener(bootstrapServers, commandDatabase, intake, intakeMetrics, Clock.systemUTC(),
                events::publishEvent);
    }

    @Bean
    IntakePulse intakePulse(ReportListener reportListener, @Qualifier("commandDatabase") DataSource commandDatabase) {
        return new IntakePulse(reportListener, new ListenerTable(commandDatabase), Clock.systemUTC());
    }

    @Bean
    IntakeLife intakeLife(ReportListener reportListener) {
        return new IntakeLife(reportListener);
    }

    @Bean
    HealthIndicator intakeHealthIndicator(ReportListener reportListener) {
        return new IntakeHealth(reportListener);
    }
}

package org.interactionhub.channels;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.interactionhub.channels.business.BusinessChannel;
import org.interactionhub.channels.chat.ChatChannel;
import org.interactionhub.channels.email.EmailChannel;
import org.interactionhub.channels.inlet.InFlight;
import org.interactionhub.channels.inlet.Inlets;
import org.interactionhub.channels.open.OpenChannel;
import org.interactionhub.channels.phone.PhoneChannel;
import org.interactionhub.channels.proof.Proofs;
import org.interactionhub.channels.reports.IntakeTopic;
import org.interactionhub.channels.reports.OriginalFiles;
import org.interactionhub.channels.reports.ReportPublisher;
import org.interactionhub.channels.webform.WebFormChannel;
import org.interactionhub.door.HttpDoor;
import org.interactionhub.readers.Readers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.util.unit.DataSize;

/** All inlets of the hub. Imported by the process that is to have them; needs Kafka and a directory. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:channel-adapters-defaults.properties")
@Import({HttpDoor.class, EmailChannel.class, WebFormChannel.class, PhoneChannel.class, ChatChannel.class,
        BusinessChannel.class, OpenChannel.class, Proofs.class})
public class ChannelAdapters {

    private static final long LEAST_MEMORY = DataSize.ofMegabytes(40).toBytes();

    @Bean
    IntakeTopic intakeTopic(@Value("${hub.kafka}") String bootstrapServers) {
        return new IntakeTopic(bootstrapServers, Clock.systemUTC());
    }

    @Bean
    OriginalFiles intakeOriginals(@Value("${hub.data}") Path data) throws IOException {
        return new OriginalFiles(data, Clock.systemUTC().instant());
    }

    @Bean
    ReportPublisher reportPublisher(@Value("${hub.kafka}") String bootstrapServers, IntakeTopic intakeTopic,
            OriginalFiles intakeOriginals, MeterRegistry meters) {
        return new ReportPublisher(bootstrapServers, intakeTopic, intakeOriginals, meters);
    }

    @Bean
    HealthIndicator inletsHealthIndicator(IntakeTopic intakeTopic) {
        return intakeTopic::health;
    }

    /** An eighth of the heap for the bytes of messages: reading one takes several times its size. */
    @Bean
    InFlight intakeInFlight(@Value("${hub.intake-memory:}") String bytes, MeterRegistry meters) {
        long most = bytes.isBlank() ? Runtime.getRuntime().maxMemory() / 8 : DataSize.parse(bytes).toBytes();
        InFlight inFlight = new InFlight(Math.max(LEAST_MEMORY, most));
        Gauge.builder("hub.inlet.memory.used", inFlight, InFlight::used).baseUnit("bytes")
                .description("What the messages that are being taken hold in memory").register(meters);
        Gauge.builder("hub.inlet.memory.max", inFlight, InFlight::most).baseUnit("bytes")
                .description("What all messages that are being taken may hold in memory").register(meters);
        return inFlight;
    }

    @Bean
    Inlets intakeInlets(@Value("${hub.region}") String region, @Value("${hub.call-log-zone}") ZoneId callLogZone,
            ReportPublisher reportPublisher,
            InFlight intakeInFlight, MeterRegistry meters) {
        return new Inlets(new Readers(region, callLogZone), reportPublisher, intakeInFlight, meters, Clock.systemUTC());
    }
}

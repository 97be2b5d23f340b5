package org.interactionhub.channels.reports;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.PlainText;

/** A report as a Kafka record: CloudEvents 1.0 in binary mode, its JSON as the value. */
final class ReportRecord {

    private static final int KEY_BYTES = 16;

    private ReportRecord() {}

    static ProducerRecord<String, byte[]> of(InteractionReport report) {
        FittedReport fitted = FittedReport.of(report);
        CloudEvent event = CloudEventBuilder.v1()
                .withId(report.reportId().toString())
                .withType(InteractionReport.TYPE)
                .withSource(source(report))
                .withTime(report.occurredAt().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(fitted.json())
                .build();
        return KafkaMessageFactory.<String>createWriter(InteractionReport.TOPIC, key(report)).writeBinary(event);
    }

    /** Reports of one conversation share a key and so keep their order; no personal data stands in it. */
    static String key(InteractionReport report) {
        String conversation = report.conversation();
        if (conversation == null) {
            return report.reportId().toString();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : new String[]{report.account(), conversation}) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static URI source(InteractionReport report) {
        String path = InteractionReport.source(report.channel(), PlainText.clean(report.account()));
        try {
            return URI.create(new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is quoted, so every account can stand in it", e);
        }
    }
}

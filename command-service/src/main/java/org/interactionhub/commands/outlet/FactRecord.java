package org.interactionhub.commands.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.interactionhub.events.EventMetadata.Actor;
import org.interactionhub.events.PublishedFact;
import org.interactionhub.eventstore.StoredEvent;

/** A fact as a record of the topic. Its key is its stream, so that a stream's facts can be told apart unread. */
final class FactRecord {

    private FactRecord() {}

    static ProducerRecord<byte[], byte[]> of(StoredEvent fact) {
        ProducerRecord<byte[], byte[]> told = new ProducerRecord<>(PublishedFact.TOPIC, 0,
                fact.stream().toString().getBytes(UTF_8), fact.payload());
        header(told, "ce_specversion", "1.0");
        header(told, "ce_id", Long.toString(fact.position()));
        header(told, "ce_source", PublishedFact.SOURCE);
        header(told, "ce_type", PublishedFact.type(fact.name()));
        header(told, "ce_subject", fact.stream().toString());
        header(told, "ce_time", fact.occurredAt().toString());
        header(told, "ce_recordedat", fact.recordedAt().toString());
        header(told, "ce_streamversion", Integer.toString(fact.version()));
        header(told, "ce_dataschema", PublishedFact.schema(fact.name()));
        header(told, "content-type", "application/json");
        Actor actor = fact.metadata().actor();
        if (actor != null) {
            header(told, "ce_actor", actor.name());
        }
        return told;
    }

    private static void header(ProducerRecord<byte[], byte[]> told, String name, String value) {
        told.headers().add(name, value.getBytes(UTF_8));
    }
}

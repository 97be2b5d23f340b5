package org.interactionhub.events;

/**
 * How a fact of the log is told to others by Kafka: a CloudEvent 1.0 in binary mode whose data is the fact's payload as the
 * log holds it. {@code contracts/asyncapi.yaml} says the same for readers in any language.
 */
public final class PublishedFact {

    /** One partition: all facts stand in it in the order of the log. */
    public static final String TOPIC = "hub.events";

    /** The {@code ce_source} of all facts; with the {@code ce_id}, the position, it names a fact for ever. */
    public static final String SOURCE = "/log";

    private PublishedFact() {}

    /** @param name of an event, such as {@code interaction-recorded/1} */
    public static String type(String name) {
        return "org.interactionhub." + name.replace("/", ".v");
    }

    /**
     * Where the hub answers with the schema of the payload.
     *
     * @param name of an event, such as {@code interaction-recorded/1}
     */
    public static String schema(String name) {
        return "/schemas/events/" + name.replace('/', '.') + ".schema.json";
    }
}

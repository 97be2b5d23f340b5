package org.interactionhub.standalone.demo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.events.ContactPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The staff of the company: tells the hub what they tell, each thing once, also over an interruption. */
final class Desk {

    private static final String SECRETARY = "Анна Мельник";

    private final Door door;
    private final Journal journal;
    private long position;

    Desk(Door door, Journal journal) {
        this.door = door;
        this.journal = journal;
    }

    /** The last position of the log that staff wrote. */
    long position() {
        return position;
    }

    void describe(List<Company.Ours> accounts) throws IOException, InterruptedException {
        for (Company.Ours ours : accounts) {
            once("account/" + ours.channel() + "/" + ours.account(), "/api/accounts",
                    Map.of("channel", ours.channel(), "account", ours.account(), "title", ours.title(), "office",
                            ours.office(), "legalEntity", ours.legalEntity()),
                    SECRETARY);
        }
    }

    /** Registers whom staff know before she writes; nothing for those whose acquaintance the hub makes. */
    void register(Script script) throws IOException, InterruptedException {
        Story story = script.story();
        if (!script.isRegistered() || journal.id(story.key()).isPresent()) {
            return;
        }
        Map<String, Object> body = Map.of("kind", String.valueOf(story.kind()), "name", story.name(),
                "contactPoints", script.contactPoints(), "since", script.begin().toString());
        Optional<String> known = journal.isInDoubt(story.key()) ? client(script.contactPoints()) : Optional.empty();
        journal.begin(story.key());
        journal.end(story.key(), known.isPresent()
                ? known.get()
                : written(door.tell("/api/clients", body, SECRETARY).orElseThrow(() -> new IOException(
                        "Somebody else has a mail address or phone number of '" + story.name() + "'."))));
    }

    /** Learns who the hub made of somebody whom nobody registered, and adds what staff know beside it. */
    void acquaint(Script script, long atLeast) throws IOException, InterruptedException {
        Story story = script.story();
        if (script.isRegistered()) {
            return;
        }
        String client = clientOf(script, atLeast);
        int number = 0;
        for (ContactPoint point : script.contactPoints()) {
            number++;
            once(story.key() + "/contact-point/" + number, "/api/clients/" + client + "/contact-points",
                    Map.of("type", point.type().value(), "value", point.value()), SECRETARY);
        }
        once(story.key() + "/name", "/api/clients/" + client + "/name", Map.of("name", story.name()), SECRETARY);
    }

    void assign(Script script) throws IOException, InterruptedException {
        Story story = script.story();
        String client = journal.id(story.key()).orElseThrow();
        int number = 0;
        for (Script.Owner owner : script.owners()) {
            number++;
            once(story.key() + "/owner/" + number, "/api/clients/" + client + "/owner",
                    Map.of("owner", owner.name(), "since", owner.since().toString()), SECRETARY);
        }
    }

    /** Says what she is by law, which of her mailboxes are shared, and to whom she belongs; everybody is known by then. */
    void relate(Script script) throws IOException, InterruptedException {
        Story story = script.story();
        String client = journal.id(story.key()).orElseThrow();
        if (story.law() != null) {
            once(story.key() + "/law", "/api/clients/" + client + "/party", Map.copyOf(story.law()), SECRETARY);
        }
        for (Person person : story.people().values()) {
            if (person.shared()) {
                once(story.key() + "/shared/" + person.address(), "/api/contact-points/classes",
                        Map.of("type", "email", "value", person.address(), "as", "shared"), SECRETARY);
            }
        }
        for (Story.Belonging one : story.belongings()) {
            once(story.key() + "/belongs/" + one.to(), "/api/clients/" + client + "/relations",
                    Map.of("to", journal.id(one.to()).orElseThrow(), "relation", one.relation(), "role", one.role()),
                    SECRETARY);
        }
    }

    void say(Script script) throws IOException, InterruptedException {
        String client = journal.id(script.story().key()).orElseThrow();
        for (Saying saying : script.sayings()) {
            Map<String, Object> body = new HashMap<>(saying.body());
            String about = journal.id(saying.about()).orElse(saying.about());
            switch (saying.kind()) {
                case TELL -> {
                    body.put("clientId", client);
                    once(saying.key(), "/api/interactions", body, saying.by(), () -> told(client, body));
                }
                case OUTCOME ->
                    once(saying.key(), "/api/interactions/" + about + "/outcome", body, saying.by());
                case DECIDE -> once(saying.key(), "/api/interactions/" + about + "/decisions", body, saying.by(),
                        () -> decided(about, body));
            }
        }
    }

    private String clientOf(Script script, long atLeast) throws IOException, InterruptedException {
        String key = script.story().key();
        Optional<String> known = journal.id(key);
        if (known.isPresent()) {
            return known.get();
        }
        List<ContactPoint> first = script.deliveries().getFirst().outside();
        door.ask("/api/clients?limit=1&atLeast=" + atLeast);
        String client = client(first).orElseThrow(() -> new IOException("The hub does not know '" + key + "'."));
        journal.end(key, client);
        return client;
    }

    private Optional<String> client(List<ContactPoint> points) throws IOException, InterruptedException {
        String value = URLEncoder.encode(points.getFirst().value(), StandardCharsets.UTF_8);
        JsonNode found = door.ask("/api/clients?q=" + value).path("items");
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).path("id").asString());
    }

    /** Finds what is in doubt among what the hub has. */
    private interface Search {
        Optional<String> find() throws IOException, InterruptedException;
    }

    /** For commands that may be sent twice: the hub says of the second that it is told already. */
    private void once(String key, String path, Map<String, Object> body, String by)
            throws IOException, InterruptedException {
        once(key, path, body, by, Optional::empty);
    }

    private void once(String key, String path, Map<String, Object> body, String by, Search search)
            throws IOException, InterruptedException {
        if (journal.id(key).isPresent()) {
            return;
        }
        Optional<String> found = journal.isInDoubt(key) ? search.find() : Optional.empty();
        if (found.isEmpty()) {
            journal.begin(key);
            found = door.tell(path, body, by).map(this::written);
        }
        journal.end(key, found.orElse(""));
    }

    private String written(JsonNode answer) {
        position = Math.max(position, answer.path("position").asLong(0));
        return answer.path("id").asString("");
    }

    private Optional<String> told(String client, Map<String, Object> body) throws IOException, InterruptedException {
        Object time = body.getOrDefault("occurredAt", body.get("plannedFor"));
        for (JsonNode item : door.ask("/api/clients/" + client + "/timeline?limit=500").path("items")) {
            if (item.path("occurredAt").asString().equals(time)
                    && same(item.path("subject").asString(null), body.get("subject"))) {
                return Optional.of(item.path("interactionId").asString());
            }
        }
        return Optional.empty();
    }

    private Optional<String> decided(String interaction, Map<String, Object> body)
            throws IOException, InterruptedException {
        for (JsonNode decision : door.ask("/api/interactions/" + interaction).path("decisions")) {
            if (same(decision.path("decision").asString(null), body.get("decision"))) {
                return Optional.of(interaction);
            }
        }
        return Optional.empty();
    }

    private static boolean same(@Nullable String one, @Nullable Object other) {
        return String.valueOf(one).equals(String.valueOf(other));
    }
}

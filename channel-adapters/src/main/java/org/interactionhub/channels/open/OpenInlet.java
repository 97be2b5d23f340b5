package org.interactionhub.channels.open;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.channels.reports.Outgoing;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport.Kind;
import org.interactionhub.readers.NotItsContentType;
import org.interactionhub.readers.Readers;
import org.interactionhub.readers.Received;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what other systems tell, reports and bookings, as CloudEvents: binary, structured, or a batch. */
@RestController
final class OpenInlet {

    private static final MediaType STRUCTURED = MediaType.valueOf("application/cloudevents+json");
    private static final MediaType BATCH = MediaType.valueOf("application/cloudevents-batch+json");
    private static final Bounds BATCH_BOUNDS = Bounds.of(Map.of(BATCH, 8 * Bounds.MIB));
    private static final Bounds BOUNDS = Bounds.of(Map.of(MediaType.ALL, 2 * Bounds.MIB));

    private final Inlet inlet;
    private final OpenReader reader;

    OpenInlet(Inlet inlet, OpenReader reader) {
        this.inlet = inlet;
        this.reader = reader;
    }

    @PostMapping("/intake/interactions")
    ResponseEntity<Object> take(HttpServletRequest request) {
        if (isA(BATCH, request)) {
            return takeBatch(request);
        }
        return Receipts.accepted(inlet.take(request, BOUNDS, (body, at) -> {
            try {
                return read(isA(STRUCTURED, request) ? JsonEvents.read(body) : binary(request, body), at);
            } catch (NotACloudEvent e) {
                throw Refusal.badRequest(String.valueOf(e.getMessage()));
            }
        }));
    }

    /** Each event is answered for itself; those that are none do not hold up the others. */
    private ResponseEntity<Object> takeBatch(HttpServletRequest request) {
        List<Object> items = new ArrayList<>();
        inlet.take(request, BATCH_BOUNDS, (body, at) -> events(body, at, items));
        return ResponseEntity.accepted().body(Map.of("items", items));
    }

    /** What is booked is read like any original; whatever else has a report in it. */
    private List<Outgoing> read(IncomingEvent event, Instant at) throws NotItsContentType {
        Optional<Kind> booking = event.booking();
        return booking.isEmpty()
                ? List.of(reader.read(event, at))
                : inlet.read(new Received(Channel.BUSINESS, Origin.of(event.source()).account(), event.contentType(),
                        event.data(), at, Map.of(Readers.BOOKING_KIND, booking.get().value())));
    }

    private List<Outgoing> events(byte[] body, Instant at, List<Object> items) throws NotItsContentType {
        List<Outgoing> reports = new ArrayList<>();
        for (byte[] element : elements(body)) {
            try {
                List<Outgoing> read = read(JsonEvents.read(element), at);
                reports.addAll(read);
                read.forEach(outgoing -> items.add(new Receipts.Receipt(outgoing.report().reportId())));
            } catch (NotACloudEvent e) {
                inlet.refused();
                items.add(Map.of("problem",
                        Map.of("title", "Bad Request", "status", 400, "detail", String.valueOf(e.getMessage()))));
            }
        }
        return reports;
    }

    private static List<byte[]> elements(byte[] batch) {
        try {
            return RawJson.elements(batch);
        } catch (NotACloudEvent e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static IncomingEvent binary(HttpServletRequest request, byte[] body) throws NotACloudEvent {
        IncomingEvent event = IncomingEvent.of(request.getHeader("ce-id"), request.getHeader("ce-type"),
                request.getHeader("ce-source"), request.getContentType(), body);
        if (isA(MediaType.APPLICATION_JSON, request)) {
            RawJson.mustBeJson(body);
        }
        return event;
    }

    private static boolean isA(MediaType type, HttpServletRequest request) {
        String said = request.getContentType();
        return said != null && type.getSubtype().equalsIgnoreCase(subtype(said));
    }

    /** Of a content type that may be nonsense, which is no reason to lose an event. */
    private static String subtype(String contentType) {
        String plain = contentType.split(";", 2)[0].strip();
        return plain.substring(plain.indexOf('/') + 1);
    }
}

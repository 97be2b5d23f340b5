package org.interactionhub.commands.contactpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a report who is not us: the sender of what came in, each recipient of what went out, the client of what was
 * booked.
 *
 * @param own contact points that the channel itself vouches for
 * @param stated contact points that are merely written down, none of them in {@code own}
 * @param name how the channel or the form calls her, if it does
 */
record Outsider(List<ContactPoint> own, List<ContactPoint> stated, Optional<String> name) {

    private static final int LONGEST_NAME = 200;
    private static final Set<Role> RECIPIENTS = Set.of(Role.TO, Role.CC);

    /** Nobody if the contact was among ourselves, if a mail system wrote it, or if no address in it identifies anybody. */
    static List<Outsider> of(InteractionReport report) {
        if (Boolean.TRUE.equals(report.attributes().get("mailSystem"))) {
            return List.of();
        }
        return switch (report.direction()) {
            case INBOUND -> sender(report);
            case OUTBOUND -> recipients(report);
            case INTERNAL -> report.kind().isBooking() ? sender(report) : List.of();
        };
    }

    List<ContactPoint> all() {
        List<ContactPoint> all = new ArrayList<>(own);
        all.addAll(stated);
        return all;
    }

    /** The same, by some of her contact points; the others are left out. */
    Outsider only(Predicate<ContactPoint> chosen) {
        return new Outsider(own.stream().filter(chosen).toList(), stated.stream().filter(chosen).toList(), name);
    }

    Outsider unnamed() {
        return new Outsider(own, stated, Optional.empty());
    }

    private static List<Outsider> sender(InteractionReport report) {
        Set<ContactPoint> own = new LinkedHashSet<>();
        Optional<String> name = Optional.empty();
        for (Participant participant : report.participants()) {
            if (participant.role() == Role.FROM && isNotUs(participant.value(), report)) {
                participant.contactPoint().ifPresent(own::add);
                name = name.or(() -> nameOf(participant));
            }
        }
        Set<ContactPoint> stated = new LinkedHashSet<>(report.stated());
        own.removeAll(stated); // a form names its sender by what she typed, and anybody can type anything
        stated.removeIf(point -> !isNotUs(point.value(), report));
        return own.isEmpty() && stated.isEmpty()
                ? List.of()
                : List.of(new Outsider(List.copyOf(own), List.copyOf(stated), name.or(() -> nameInForm(report))));
    }

    private static List<Outsider> recipients(InteractionReport report) {
        Set<ContactPoint> seen = new LinkedHashSet<>();
        List<Outsider> recipients = new ArrayList<>();
        for (Participant participant : report.participants()) {
            if (RECIPIENTS.contains(participant.role()) && isNotUs(participant.value(), report)) {
                participant.contactPoint().filter(seen::add).ifPresent(
                        point -> recipients.add(new Outsider(List.of(point), List.of(), nameOf(participant))));
            }
        }
        return recipients;
    }

    private static boolean isNotUs(String address, InteractionReport report) {
        return !address.equalsIgnoreCase(report.account());
    }

    private static Optional<String> nameOf(Participant participant) {
        return name(participant.name()).filter(name -> !name.equalsIgnoreCase(participant.value()));
    }

    private static Optional<String> nameInForm(InteractionReport report) {
        return report.attributes().get("fields") instanceof Map<?, ?> fields
                ? name(fields.get("name"))
                : Optional.empty();
    }

    /** An address is no name, and neither is a page of text. */
    private static Optional<String> name(@Nullable Object text) {
        return text instanceof String name && !name.isBlank() && name.length() <= LONGEST_NAME && !name.contains("@")
                ? Optional.of(name.strip())
                : Optional.empty();
    }
}

package org.interactionhub.commands.contactpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.HubEvent;

/**
 * Decides whose the contact points of a report are. Pure: it sees only what it is given. Contact points that come
 * together belong together, but a linked one is never taken away, and two clients are never made one silently.
 */
final class Linking {

    private final Outsiders report;
    private final AddressBook book;
    private final Supplier<ClientId> newClient;
    private final List<HubEvent> facts = new ArrayList<>();
    private final List<SameClientSuggested> suggestions = new ArrayList<>();

    private Linking(Outsiders report, AddressBook book, Supplier<ClientId> newClient) {
        this.report = report;
        this.book = book;
        this.newClient = newClient;
    }

    /** @param newClient names a client nobody knew yet */
    static Consequences decide(Outsiders report, AddressBook book, Supplier<ClientId> newClient) {
        Linking linking = new Linking(report, book, newClient);
        report.people().forEach(linking::decide);
        return new Consequences(linking.facts, linking.suggestions);
    }

    /** Whoever uses what is not hers alone is told by what is; if nothing is, the house is told. */
    private void decide(Outsider outsider) {
        Outsider person = outsider.only(point -> book.classOf(point) == ContactPointClass.PERSONAL);
        Outsider house = outsider.only(point -> book.classOf(point) == ContactPointClass.SHARED);
        if (!person.all().isEmpty()) {
            decideBy(person);
        } else if (house.all().stream().allMatch(point -> book.ownerOf(point).isEmpty()) && !house.all().isEmpty()) {
            register(house.unnamed());
        }
    }

    private void decideBy(Outsider outsider) {
        SequencedSet<ClientId> known = new LinkedHashSet<>();
        outsider.all().forEach(point -> book.ownerOf(point).ifPresent(known::add));
        switch (known.size()) {
            case 0 -> register(outsider);
            case 1 -> {
                linkUnknown(outsider, known.getFirst());
                name(outsider, known.getFirst());
            }
            default -> {
                suggest(known);
                outsider.own().stream().flatMap(point -> book.ownerOf(point).stream()).findFirst()
                        .ifPresent(client -> linkUnknown(outsider, client));
            }
        }
    }

    private void register(Outsider outsider) {
        ClientId client = newClient.get();
        ContactPoint first = outsider.all().getFirst();
        facts.add(new ClientRegistered(client, ClientEvent.Kind.PROSPECT, outsider.name().orElse(first.value())));
        for (ContactPoint point : outsider.all()) {
            link(point, client, point.equals(first) ? Method.FIRST_CONTACT : methodFor(point, outsider));
        }
    }

    private void linkUnknown(Outsider outsider, ClientId client) {
        for (ContactPoint point : outsider.all()) {
            if (book.ownerOf(point).isEmpty()) {
                link(point, client, methodFor(point, outsider));
            }
        }
    }

    private void link(ContactPoint point, ClientId client, Method method) {
        facts.add(new ContactPointLinked(point, client, method, report.reportId(), book.freeSince(point), null));
    }

    private static Method methodFor(ContactPoint point, Outsider outsider) {
        return outsider.own().contains(point) ? Method.SAME_REPORT : Method.STATED;
    }

    private void name(Outsider outsider, ClientId client) {
        Optional<String> name = outsider.name();
        if (name.isPresent() && book.isNameless(client)) {
            facts.add(new ClientRenamed(client, name.get()));
        }
    }

    private void suggest(SequencedSet<ClientId> known) {
        ClientId first = known.getFirst();
        known.stream().skip(1)
                .forEach(other -> suggestions.add(new SameClientSuggested(first, other, report.reportId())));
    }
}

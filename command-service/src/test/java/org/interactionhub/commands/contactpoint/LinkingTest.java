package org.interactionhub.commands.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.commands.Told.OUR_MAILBOX;
import static org.interactionhub.commands.Told.callFrom;
import static org.interactionhub.commands.Told.form;
import static org.interactionhub.commands.Told.mailAmongOurselves;
import static org.interactionhub.commands.Told.mailFrom;
import static org.interactionhub.commands.Told.mailTo;
import static org.interactionhub.commands.Told.payment;
import static org.interactionhub.commands.Told.point;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interactionhub.commands.Told;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ClientEvent;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint.Type;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ContactPointClass;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.ContactPointEvent.Method;
import org.interactionhub.events.HubEvent;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ANNA = "anna@acme.example";
    private static final String ANNAS_PHONE = "+79161234567";

    private final ClientId acme = ClientId.next(NOON);
    private final ClientId other = ClientId.next(NOON);
    private final ClientId newcomer = ClientId.next(NOON);
    private final Book book = new Book();

    @Test
    void an_unknown_sender_becomes_a_prospect_under_her_name() {
        InteractionReport mail = mailFrom(ANNA, "Anna Smirnova").report();

        assertThat(factsOf(mail)).containsExactly(
                new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, "Anna Smirnova"),
                linked(ANNA, newcomer, Method.FIRST_CONTACT, mail));
    }

    @Test
    void a_mail_system_is_no_prospect() {
        InteractionReport bounce = mailFrom("mailer-daemon@acme.example", "Mail Delivery System")
                .attribute("mailKind", "bounce").attribute("mailSystem", true).report();

        assertThat(factsOf(bounce)).isEmpty();
    }

    @Test
    void whoever_has_her_mail_program_say_that_she_read_ours_is_somebody() {
        InteractionReport receipt = mailFrom(ANNA, "Anna Smirnova").attribute("mailKind", "receipt").report();

        assertThat(factsOf(receipt))
                .contains(new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, "Anna Smirnova"));
    }

    @Test
    void an_unknown_sender_without_a_name_goes_by_her_address() {
        InteractionReport mail = mailFrom(ANNA).report();

        assertThat(factsOf(mail)).contains(new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, ANNA));
    }

    @Test
    void a_name_that_is_only_the_address_again_is_no_name() {
        InteractionReport mail = mailFrom(ANNA, "Anna@ACME.example").report();

        assertThat(factsOf(mail)).contains(new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, ANNA));
    }

    @Test
    void a_form_that_states_two_unknown_contact_points_registers_one_prospect() {
        InteractionReport quote = form().stating(ANNA, ANNAS_PHONE).field("name", "Anna").report();

        assertThat(factsOf(quote)).containsExactly(
                new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, "Anna"),
                linked(ANNA, newcomer, Method.FIRST_CONTACT, quote),
                linked(ANNAS_PHONE, newcomer, Method.STATED, quote));
    }

    @Test
    void whoever_pays_is_known_by_the_number_that_the_books_give_her() {
        book.link(ANNA, acme);
        InteractionReport payment = payment("ПП-1",
                List.of(new Participant(Role.FROM, Type.EXTERNAL, "1c:123", "Acme")),
                List.of(point(ANNA)), null);

        assertThat(factsOf(payment)).containsExactly(new ContactPointLinked(new ContactPoint(Type.EXTERNAL, "1c:123"),
                acme, Method.SAME_REPORT, payment.reportId(), null, null));
    }

    @Test
    void nothing_is_concluded_of_whoever_is_named_by_her_id() {
        assertThat(factsOf(payment("ПП-1", List.of(), List.of(), acme))).isEmpty();
    }

    @Test
    void what_the_sender_only_states_is_linked_as_stated_to_the_one_client_known() {
        book.link(ANNA, acme);
        InteractionReport mail = mailFrom(ANNA).stating(ANNAS_PHONE).report();

        assertThat(factsOf(mail)).containsExactly(linked(ANNAS_PHONE, acme, Method.STATED, mail));
    }

    @Test
    void a_second_contact_point_of_the_channel_itself_is_linked_by_the_same_report() {
        book.link(ANNA, acme);
        InteractionReport mail = mailFrom(ANNA).with(Role.FROM, ContactPoint.Type.EMAIL, "a@home.example", null)
                .report();

        assertThat(factsOf(mail)).containsExactly(linked("a@home.example", acme, Method.SAME_REPORT, mail));
    }

    @Test
    void a_form_cannot_take_a_linked_phone_away() {
        book.link(ANNAS_PHONE, acme);
        InteractionReport quote = form().stating("mallory@evil.example", ANNAS_PHONE).report();

        assertThat(factsOf(quote)).containsExactly(linked("mallory@evil.example", acme, Method.STATED, quote));
    }

    @Test
    void two_clients_in_one_report_are_only_suggested_to_be_the_same() {
        book.link(ANNA, acme);
        book.link(ANNAS_PHONE, other);
        InteractionReport mail = mailFrom(ANNA).stating(ANNAS_PHONE).report();

        Consequences consequences = consequencesOf(mail);

        assertThat(consequences.facts()).isEmpty();
        assertThat(consequences.suggestions())
                .containsExactly(new SameClientSuggested(acme, other, mail.reportId()));
    }

    @Test
    void an_unknown_contact_point_beside_two_clients_goes_to_the_one_who_really_wrote() {
        book.link(ANNA, acme);
        book.link(ANNAS_PHONE, other);
        InteractionReport mail = mailFrom(ANNA).stating(ANNAS_PHONE, "+79990000001").report();

        assertThat(factsOf(mail)).containsExactly(linked("+79990000001", acme, Method.STATED, mail));
    }

    @Test
    void an_unknown_contact_point_beside_two_clients_who_are_only_stated_stays_nobodys() {
        book.link(ANNA, acme);
        book.link(ANNAS_PHONE, other);

        assertThat(factsOf(form().stating(ANNA, ANNAS_PHONE, "+79990000001").report())).isEmpty();
    }

    @Test
    void a_suggestion_is_the_same_whoever_comes_first() {
        SameClientSuggested one = new SameClientSuggested(acme, other, mailFrom(ANNA).report().reportId());
        SameClientSuggested reversed = new SameClientSuggested(other, acme, one.evidence());

        assertThat(ClientPair.of(one).stream()).isEqualTo(ClientPair.of(reversed).stream());
    }

    @Test
    void every_unknown_recipient_becomes_a_prospect_of_his_own() {
        assertThat(factsOf(mailTo(ANNA, "boris@other.example").report()))
                .filteredOn(ClientRegistered.class::isInstance).hasSize(2);
    }

    @Test
    void our_own_address_is_nobodys() {
        assertThat(factsOf(mailTo(OUR_MAILBOX).report())).isEmpty();
        assertThat(factsOf(mailFrom(OUR_MAILBOX).report())).isEmpty();
        assertThat(factsOf(form().stating("quote").report())).isEmpty();
    }

    @Test
    void a_contact_among_ourselves_says_nothing_about_clients() {
        assertThat(factsOf(mailAmongOurselves("olga@hub.example", "ivan@hub.example").report())).isEmpty();
    }

    @Test
    void a_withheld_number_identifies_nobody() {
        assertThat(factsOf(callFrom("anonymous").report())).isEmpty();
    }

    @Test
    void a_prospect_known_by_her_address_gets_the_name_that_a_later_report_brings() {
        book.link(ANNA, acme);
        book.nameless.add(acme);

        assertThat(factsOf(mailFrom(ANNA, "Anna Smirnova").report()))
                .containsExactly(new ClientRenamed(acme, "Anna Smirnova"));
    }

    @Test
    void a_client_with_a_name_keeps_it() {
        book.link(ANNA, acme);

        assertThat(factsOf(mailFrom(ANNA, "Somebody Else").report())).isEmpty();
    }

    @Test
    void a_mail_from_a_shared_mailbox_stands_with_the_house_and_makes_nobody_known() {
        book.link(ANNA, acme);
        book.classify(ANNA, ContactPointClass.SHARED);

        assertThat(consequencesOf(mailFrom(ANNA, "Somebody There").report()))
                .isEqualTo(new Consequences(List.of(), List.of()));
    }

    @Test
    void an_unknown_shared_mailbox_becomes_a_prospect_under_its_address_whoever_writes_from_it() {
        book.classify(ANNA, ContactPointClass.SHARED);
        InteractionReport mail = mailFrom(ANNA, "Somebody There").report();

        assertThat(factsOf(mail)).containsExactly(new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, ANNA),
                linked(ANNA, newcomer, Method.FIRST_CONTACT, mail));
    }

    @Test
    void a_family_phone_in_a_form_neither_identifies_its_sender_nor_is_given_to_her() {
        book.link(ANNAS_PHONE, other);
        book.classify(ANNAS_PHONE, ContactPointClass.SHARED);
        InteractionReport quote = form().stating(ANNA, ANNAS_PHONE).field("name", "Anna").report();

        Consequences consequences = consequencesOf(quote);

        assertThat(consequences.facts()).containsExactly(
                new ClientRegistered(newcomer, ClientEvent.Kind.PROSPECT, "Anna"),
                linked(ANNA, newcomer, Method.FIRST_CONTACT, quote));
        assertThat(consequences.suggestions()).isEmpty();
    }

    @Test
    void a_shared_phone_of_another_client_suggests_nobody() {
        book.link(ANNA, acme);
        book.link(ANNAS_PHONE, other);
        book.classify(ANNAS_PHONE, ContactPointClass.SHARED);

        assertThat(consequencesOf(form().stating(ANNA, ANNAS_PHONE).report()).suggestions()).isEmpty();
    }

    @Test
    void our_own_people_and_blocked_addresses_become_nobody() {
        book.classify(ANNA, ContactPointClass.OWN_STAFF);
        book.classify(ANNAS_PHONE, ContactPointClass.BLOCKED);

        assertThat(factsOf(form().stating(ANNA, ANNAS_PHONE).field("name", "Anna").report())).isEmpty();
    }

    private List<HubEvent> factsOf(InteractionReport report) {
        return consequencesOf(report).facts();
    }

    private Consequences consequencesOf(InteractionReport report) {
        return Linking.decide(Outsiders.of(report), book, () -> newcomer);
    }

    private static ContactPointLinked linked(String address, ClientId client, Method method, InteractionReport by) {
        return new ContactPointLinked(Told.point(address), client, method, by.reportId(), null, null);
    }

    /** An address book that a test writes itself. */
    private static final class Book implements AddressBook {

        private final Map<ContactPoint, ClientId> owners = new HashMap<>();
        private final Map<ContactPoint, Instant> free = new HashMap<>();
        private final Map<ContactPoint, ContactPointClass> classes = new HashMap<>();
        private final Set<ClientId> nameless = new HashSet<>();

        void classify(String address, ContactPointClass as) {
            classes.put(point(address), as);
        }

        void link(String address, ClientId client) {
            owners.put(point(address), client);
        }

        @Override
        public Optional<ClientId> ownerOf(ContactPoint point) {
            return Optional.ofNullable(owners.get(point));
        }

        @Override
        public @Nullable Instant freeSince(ContactPoint point) {
            return free.get(point);
        }

        @Override
        public ContactPointClass classOf(ContactPoint point) {
            return classes.getOrDefault(point, ContactPointClass.PERSONAL);
        }

        @Override
        public boolean isNameless(ClientId client) {
            return nameless.contains(client);
        }
    }
}

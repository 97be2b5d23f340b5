package org.interactionhub.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.commands.Told.callFrom;
import static org.interactionhub.commands.Told.form;
import static org.interactionhub.commands.Told.mailFrom;
import static org.interactionhub.commands.Told.payment;

import java.util.List;
import java.util.Map;
import org.interactionhub.commands.Told;
import org.interactionhub.events.BusinessEvent.PaymentReceived;
import org.interactionhub.events.ClientEvent.ClientRegistered;
import org.interactionhub.events.ClientEvent.ClientRenamed;
import org.interactionhub.events.ClientEvent.SameClientSuggested;
import org.interactionhub.events.ContactPoint.Type;
import org.interactionhub.events.ContactPointEvent.ContactPointLinked;
import org.interactionhub.events.InteractionEvent.InteractionRecorded;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeTest {

    private static final String ANNA = "anna@acme.example";
    private static final String ANNAS_PHONE = "+79161234567";

    private final IntakeBench bench = new IntakeBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_report_becomes_a_fact_with_its_original_beside_it() {
        InteractionReport mail = mailFrom(ANNA, "Anna").report();

        bench.takes(mail);

        assertThat(bench.events()).hasExactlyElementsOfTypes(InteractionRecorded.class, ClientRegistered.class,
                ContactPointLinked.class);
        assertThat(bench.log().originals(1)).singleElement()
                .satisfies(kept -> assertThat(kept.bytes()).hasValueSatisfying(
                        bytes -> assertThat(bytes).isEqualTo(mail.original().inline().orElseThrow())));
        assertThat(bench.balance("email")).isEqualTo("1 = 1 + 0 + 0 + 0");
    }

    @Test
    void a_report_that_comes_again_is_a_duplicate_in_one_poll_or_in_the_next() {
        InteractionReport mail = mailFrom(ANNA).report();

        bench.takes(mail, mail);
        bench.takes(mail);

        assertThat(bench.events()).hasSize(3);
        assertThat(bench.balance("email")).isEqualTo("3 = 1 + 2 + 0 + 0");
        assertThat(bench.counted("email", "recorded")).isEqualTo(1);
        assertThat(bench.counted("email", "duplicate")).isEqualTo(2);
    }

    @Test
    void a_payment_that_is_told_again_is_a_repeat() {
        InteractionReport payment = payment("ПП-1", List.of(new Participant(Role.FROM, Type.EMAIL, ANNA, "Anna")),
                List.of(), null);

        bench.takes(mailFrom(ANNA).report());
        bench.takes(payment, payment);

        assertThat(bench.events()).hasExactlyElementsOfTypes(InteractionRecorded.class, ClientRegistered.class,
                ContactPointLinked.class, PaymentReceived.class, ClientRenamed.class);
        assertThat(bench.balance("business")).isEqualTo("2 = 1 + 1 + 0 + 0");
    }

    @Test
    void a_payment_of_nothing_breaks_the_schema() {
        InteractionReport payment = payment("ПП-1", List.of(), List.of(), null);

        bench.takes(new InteractionReport(payment.reportId(), payment.interactionId(), payment.kind(),
                payment.channel(), payment.account(), payment.direction(), payment.occurredAt(), null, List.of(),
                List.of(), null, null, null, List.of(), Map.of(), payment.reader(), payment.original(), null));

        assertThat(bench.openLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.reason().code()).isEqualTo("report-against-schema"));
    }

    @Test
    void the_same_report_id_with_other_bytes_is_kept_beside_the_first() {
        bench.takes(mailFrom(ANNA).report(), mailFrom(ANNA).saying("Other words.").report());

        assertThat(bench.log().originals(1)).hasSize(2);
        assertThat(bench.events()).hasSize(3);
    }

    @Test
    void a_form_followed_by_a_mail_and_a_call_is_one_client() {
        bench.takes(form().stating(ANNA, ANNAS_PHONE).report());
        bench.takes(mailFrom(ANNA).report(), callFrom(ANNAS_PHONE).report());

        assertThat(bench.events()).hasExactlyElementsOfTypes(InteractionRecorded.class, ClientRegistered.class,
                ContactPointLinked.class, ContactPointLinked.class, InteractionRecorded.class,
                InteractionRecorded.class);
    }

    @Test
    void later_reports_of_a_poll_see_what_earlier_ones_made_known() {
        bench.takes(mailFrom(ANNA).about("1").report(), mailFrom(ANNA, "Anna").about("2").report(),
                mailFrom(ANNA, "Anna").about("3").report());

        assertThat(bench.events()).hasExactlyElementsOfTypes(InteractionRecorded.class, ClientRegistered.class,
                ContactPointLinked.class, InteractionRecorded.class, ClientRenamed.class, InteractionRecorded.class);
    }

    @Test
    void a_suggestion_is_made_once() {
        bench.takes(mailFrom(ANNA).about("1").report(), callFrom(ANNAS_PHONE).report());
        bench.takes(mailFrom(ANNA).about("2").stating(ANNAS_PHONE).report());
        bench.takes(mailFrom(ANNA).about("3").stating(ANNAS_PHONE).report());

        assertThat(bench.events()).filteredOn(SameClientSuggested.class::isInstance).hasSize(1);
    }

    @Test
    void an_unreadable_report_is_set_aside_once() {
        InteractionReport mail = mailFrom(ANNA).unreadable("mail-no-sender", "The mail names no sender.").report();

        bench.takes(mail);
        bench.takes(mail);

        assertThat(bench.events()).isEmpty();
        assertThat(bench.openLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(mail.reportId().value());
            assertThat(letter.reason().code()).isEqualTo("mail-no-sender");
        });
        assertThat(bench.balance("email")).isEqualTo("2 = 0 + 1 + 1 + 0");
    }

    @Test
    void garbage_is_set_aside_and_what_comes_behind_is_taken() {
        bench.takesBytes("not json".getBytes(), "[1]".getBytes(), new byte[]{0, 1, 2}, "{}".getBytes(),
                ("{\"a\":" + "[".repeat(100_000)).getBytes(), bench.json(mailFrom(ANNA).report()));

        assertThat(bench.openLetters()).extracting(letter -> letter.reason().code()).containsExactlyInAnyOrder(
                "report-not-json", "report-not-json", "report-not-json", "report-against-schema", "report-not-json");
        assertThat(bench.balance("unknown")).isEqualTo("5 = 0 + 0 + 4 + 1");
        assertThat(bench.balance("email")).isEqualTo("1 = 1 + 0 + 0 + 0");
    }

    @Test
    void a_record_without_a_value_is_set_aside() {
        bench.takesNothing();

        assertThat(bench.openLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.reason().code()).isEqualTo("report-empty"));
    }

    @Test
    void a_report_that_the_log_cannot_take_is_set_aside_alone() {
        InteractionReport impossible = mailFrom("b@acme.example").report();
        bench.hasNoPlaceFor(impossible);

        bench.takes(mailFrom(ANNA).report(), impossible, callFrom(ANNAS_PHONE).report());

        assertThat(bench.events()).filteredOn(InteractionRecorded.class::isInstance).hasSize(2);
        assertThat(bench.openLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.reason().code()).isEqualTo("report-not-recordable"));
        assertThat(bench.balance("email")).isEqualTo("2 = 1 + 0 + 0 + 1");
    }

    @Test
    void a_report_under_the_id_of_another_is_refused() {
        bench.takesUnder(Told.callFrom(ANNAS_PHONE).report().reportId().toString(), mailFrom(ANNA).report());

        assertThat(bench.openLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.reason().code()).isEqualTo("report-under-another-id"));
    }
}

package org.interactionhub.queries.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.queries.Company.MONDAY;
import static org.interactionhub.queries.Company.mail;
import static org.interactionhub.queries.Company.phone;

import java.time.Instant;
import java.util.List;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ClientId;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionId;
import org.interactionhub.queries.Company;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryTest {

    private final ContactPoint anna = mail("anna@acme.example");
    private final ContactPoint annasPhone = phone("+79161234567");
    private Company company;
    private Readable readable;

    @BeforeEach
    void open() {
        company = new Company();
        readable = new Readable(company.database());
    }

    @AfterEach
    void close() {
        readable.close();
        company.close();
    }

    @Test
    void a_rebuild_gives_what_the_live_tables_hold_byte_for_byte() throws InterruptedException {
        aBusyWeek();
        String live = readable.caughtUp(3).dump();

        boolean done = readable.history().rebuild().run();

        assertThat(done).isTrue();
        assertThat(readable.dump()).isEqualTo(live).contains("anna@acme.example").contains("Договор");
    }

    @Test
    void facts_are_counted_per_account_for_the_ledger() {
        aBusyWeek();
        readable.caughtUp(2);

        // the ledger reads with the command side's login
        List<String> shown = JdbcClient.create(company.database().asCommand())
                .sql("SELECT channel || ' ' || account || ' ' || shown FROM history.account_shown ORDER BY 1")
                .query(String.class).list();

        assertThat(shown).containsExactly("chat bot 3", "email info@romashka.example 2", "phone office 3");
    }

    @Test
    void text_that_PostgreSQL_refuses_does_not_stop_the_history() {
        company.client("Анна", anna);
        company.mailFrom(anna, MONDAY, "a\0b", "half \uD83D and \0");
        company.mailFrom(anna, Instant.parse("+123456-01-01T00:00:00Z"), "far", "away");

        readable.caughtUp();

        assertThat(readable.dump()).contains("a\uFFFDb").contains("9999-12-31");
    }

    private void aBusyWeek() {
        ClientId client = company.client("Анна Петрова", anna);
        company.linked(client, annasPhone, 0);
        InteractionId letter = company.mailFrom(anna, MONDAY, "Котельная под ключ", "Сколько стоит?");
        company.decides(letter, 0, "выслать смету", List.of("выслать смету", "отказать"), "постоянный клиент");
        company.mailTo(anna, MONDAY.plusSeconds(600), "Re: Котельная под ключ", "Смета приложена.");
        // steps of a call overtake each other on the way
        company.answers("call 1", annasPhone, "Ольга", MONDAY.plusSeconds(1010));
        company.rings("call 1", annasPhone, MONDAY.plusSeconds(1000));
        company.hangsUp("call 1", annasPhone, MONDAY.plusSeconds(1100));
        InteractionId chat = company.chatFrom(new ContactPoint(ContactPoint.Type.CHAT, "telegram:17"),
                MONDAY.plusSeconds(2000), "Привет");
        company.edited(chat, new ContactPoint(ContactPoint.Type.CHAT, "telegram:17"), MONDAY.plusSeconds(2010),
                "Привет!");
        company.deleted(chat, new ContactPoint(ContactPoint.Type.CHAT, "telegram:17"), MONDAY.plusSeconds(2020));
        InteractionId meeting = company.plans(client, Channel.MEETING, MONDAY.plusSeconds(90_000), "Договор");
        company.held(meeting, client, MONDAY.plusSeconds(86_400), "Подписали");
        company.notes(client, MONDAY.plusSeconds(90), "Звонить после обеда");
        company.plans(client, Channel.PHONE, MONDAY.plusSeconds(900_000), "Перезвонить");
        company.unlinked(client, annasPhone, 1);
        company.linked(client, annasPhone, 2);
    }
}

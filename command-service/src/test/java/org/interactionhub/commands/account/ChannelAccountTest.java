package org.interactionhub.commands.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.config.Configuration;
import org.interactionhub.commands.Aggregates;
import org.interactionhub.commands.account.AccountController.Describing;
import org.interactionhub.commands.interaction.KnownInteractionTable;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ChannelAccountEvent.ChannelAccountChanged;
import org.interactionhub.events.ChannelAccountEvent.ChannelAccountRegistered;
import org.interactionhub.events.ChannelAccountId;
import org.interactionhub.events.HubEvent;
import org.interactionhub.eventstore.EventStore;
import org.interactionhub.eventstore.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChannelAccountTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static EventStore store;
    private static Configuration aggregates;
    private static AccountController accounts;

    @BeforeAll
    static void open() {
        store = new EventStore(DATABASE.asCommand());
        aggregates = Aggregates.on(store, new KnownInteractionTable(DATABASE.asCommand()));
        aggregates.start();
        accounts = new AccountController(new LedgerTable(DATABASE.asCommand()),
                new StaffCommands(aggregates.commandGateway()), store.log());
    }

    @AfterAll
    static void close() {
        aggregates.shutdown();
        store.close();
        DATABASE.close();
    }

    @Test
    void what_is_said_first_registers_the_account_and_what_is_said_later_changes_it() {
        says("email", " kazan@acme.example ", "Kazan mailbox", null, " Kazan ");

        says("email", "kazan@acme.example", "Kazan mailbox", "Acme Ltd", "Kazan");

        assertThat(facts(Channel.EMAIL, "kazan@acme.example")).containsExactly(
                new ChannelAccountRegistered(Channel.EMAIL, "kazan@acme.example", "Kazan mailbox", null, "Kazan"),
                new ChannelAccountChanged(Channel.EMAIL, "kazan@acme.example", "Kazan mailbox", "Acme Ltd", "Kazan"));
    }

    @Test
    void the_same_once_more_writes_nothing() {
        long first = says("phone", "office", "Main number", null, null);

        long again = says("phone", "office", "Main number", " ", null);

        assertThat(again).isEqualTo(first);
        assertThat(facts(Channel.PHONE, "office")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"meeting, here, Nothing comes in through 'meeting'",
            "fax, office, 'fax' is no channel", "email, , 'channel' and 'account' name what is described",
            ", office, 'channel' and 'account' name"})
    void what_is_no_account_is_refused(@Nullable String channel, @Nullable String account, String sentence) {
        assertThatThrownBy(() -> says(channel, account, null, null, null)).isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void what_is_too_long_is_refused() {
        assertThatThrownBy(() -> says("chat", "site", null, null, "x".repeat(201))).isInstanceOf(Refusal.class)
                .hasMessageContaining("at most 200 characters");
    }

    private static long says(@Nullable String channel, @Nullable String account, @Nullable String title,
            @Nullable String legalEntity, @Nullable String office) {
        return accounts.describe(new Describing(channel, account, title, legalEntity, office), "Olga").position();
    }

    private static List<HubEvent> facts(Channel channel, String account) {
        return store.log().stream(ChannelAccountId.of(channel, account).value()).stream()
                .map(stored -> stored.event().orElseThrow()).toList();
    }
}

package org.interactionhub.commands.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.commands.staff.Actor;
import org.interactionhub.commands.staff.StaffCommands;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ChannelAccountId;
import org.interactionhub.eventstore.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the books, and takes what staff say of our accounts. */
@RestController
public final class AccountController {

    /** What is left away, nobody knows. */
    record Describing(@Nullable String channel, @Nullable String account, @Nullable String title,
            @Nullable String legalEntity, @Nullable String office) {}

    record Described(ChannelAccountId id, long position) {}

    private final LedgerTable ledger;
    private final StaffCommands commands;
    private final EventLog log;

    public AccountController(LedgerTable ledger, StaffCommands commands, EventLog log) {
        this.ledger = ledger;
        this.commands = commands;
        this.log = log;
    }

    @GetMapping("/api/accounts")
    Map<String, List<AccountBalance>> accounts() {
        return Map.of("items", ledger.balances());
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Described describe(@RequestBody Describing said,
            @RequestHeader(name = Actor.HEADER, required = false) @Nullable String actor) {
        String account = Optional.ofNullable(words(said.account())).orElseThrow(AccountRefused::unnamed);
        DescribeAccount command = new DescribeAccount(channel(said.channel()), account, words(said.title()),
                words(said.legalEntity()), words(said.office()));
        long position = commands.send(command, Actor.in(actor))
                .orElseGet(() -> log.stream(command.target().value()).getLast().position());
        return new Described(command.target(), position);
    }

    private static Channel channel(@Nullable String said) {
        if (said == null) {
            throw AccountRefused.unnamed();
        }
        try {
            return Channel.of(said);
        } catch (IllegalArgumentException unknown) {
            throw AccountRefused.unknownChannel(String.valueOf(unknown.getMessage()));
        }
    }

    private static @Nullable String words(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}

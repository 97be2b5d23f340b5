package org.interactionhub.commands.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ChannelAccountEvent.ChannelAccountChanged;
import org.interactionhub.events.ChannelAccountEvent.ChannelAccountRegistered;
import org.interactionhub.events.ChannelAccountEvent;
import org.interactionhub.events.ChannelAccountId;
import org.jspecify.annotations.Nullable;

/** A mailbox, number, bot or form of ours. */
public class ChannelAccount {

    static final int LONGEST_NAME = 200;

    @AggregateIdentifier
    private @Nullable ChannelAccountId id;
    private @Nullable ChannelAccountEvent said;

    protected ChannelAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DescribeAccount command) {
        if (command.channel() == Channel.MEETING || command.channel() == Channel.NOTE) {
            throw AccountRefused.ofNoChannel(command.channel());
        }
        if (command.account().isBlank() || command.account().length() > LONGEST_NAME
                || command.account().chars().anyMatch(Character::isISOControl)) {
            throw AccountRefused.unnamed();
        }
        if (Stream.of(command.title(), command.legalEntity(), command.office())
                .anyMatch(words -> words != null && words.length() > LONGEST_NAME)) {
            throw AccountRefused.wordy();
        }
        if (said == null) {
            apply(new ChannelAccountRegistered(command.channel(), command.account(), command.title(),
                    command.legalEntity(), command.office()));
        } else if (!isSaid(said, command)) {
            apply(new ChannelAccountChanged(command.channel(), command.account(), command.title(),
                    command.legalEntity(), command.office()));
        }
    }

    private static boolean isSaid(ChannelAccountEvent said, DescribeAccount command) {
        return Objects.equals(said.title(), command.title())
                && Objects.equals(said.legalEntity(), command.legalEntity())
                && Objects.equals(said.office(), command.office());
    }

    @EventSourcingHandler
    void evolve(ChannelAccountEvent event) {
        id = event.accountId();
        said = event;
    }
}

package org.interactionhub.commands.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ChannelAccountId;
import org.jspecify.annotations.Nullable;

/** A member of staff says whose an account of ours is; what is null, nobody knows. */
record DescribeAccount(Channel channel, String account, @Nullable String title, @Nullable String legalEntity,
        @Nullable String office) {

    @TargetAggregateIdentifier
    ChannelAccountId target() {
        return ChannelAccountId.of(channel, account);
    }
}

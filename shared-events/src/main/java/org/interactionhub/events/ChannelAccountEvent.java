package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Everything that can be true about a mailbox, number, bot or form of ours; it stands in the account's own stream. */
public sealed interface ChannelAccountEvent extends HubEvent {

    Channel channel();

    /** As reports of the channel name it. */
    String account();

    /** What people call it, null if nobody said. */
    @Nullable
    String title();

    /** Which of our legal entities is met through it, null if nobody said. */
    @Nullable
    String legalEntity();

    /** Which of our offices is met through it, null if nobody said. */
    @Nullable
    String office();

    default ChannelAccountId accountId() {
        return ChannelAccountId.of(channel(), account());
    }

    /** Somebody says for the first time whose the account is. */
    @Named("channel-account-registered/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelAccountRegistered(Channel channel, String account, @Nullable String title,
            @Nullable String legalEntity, @Nullable String office) implements ChannelAccountEvent {}

    /** It takes the place of what was said before. */
    @Named("channel-account-changed/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelAccountChanged(Channel channel, String account, @Nullable String title,
            @Nullable String legalEntity, @Nullable String office) implements ChannelAccountEvent {}
}

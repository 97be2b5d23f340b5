package org.interactionhub.channels.open;

import org.interactionhub.events.Channel;

/** Where an event that carries no report came from, as far as its source tells. */
record Origin(Channel channel, String account) {

    /** As the schema bounds accounts. */
    static final int LONGEST_ACCOUNT = 320;

    private static final String PREFIX = "/channels/";

    Origin {
        account = account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT));
    }

    /** @param source the event's; {@code /channels/{channel}/{account}} is understood, anything else is an account */
    static Origin of(String source) {
        int slash = source.indexOf('/', PREFIX.length());
        if (source.startsWith(PREFIX) && slash > 0 && slash < source.length() - 1) {
            for (Channel channel : Channel.values()) {
                if (channel.value().equals(source.substring(PREFIX.length(), slash))) {
                    return new Origin(channel, source.substring(slash + 1));
                }
            }
        }
        return new Origin(Channel.NOTE, source);
    }
}

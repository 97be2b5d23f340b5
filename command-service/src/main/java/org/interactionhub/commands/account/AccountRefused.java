package org.interactionhub.commands.account;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.Channel;
import org.springframework.http.HttpStatus;

/** An account cannot be described as it was said. */
public final class AccountRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private AccountRefused(String sentence) {
        super(HttpStatus.BAD_REQUEST, sentence);
    }

    static AccountRefused ofNoChannel(Channel channel) {
        return new AccountRefused("Nothing comes in through '" + channel.value()
                + "': an account is one of email, web-form, phone, chat or business.");
    }

    static AccountRefused unknownChannel(String sentence) {
        return new AccountRefused(sentence + ".");
    }

    static AccountRefused unnamed() {
        return new AccountRefused("'channel' and 'account' name what is described; an account has at most "
                + ChannelAccount.LONGEST_NAME + " characters.");
    }

    static AccountRefused wordy() {
        return new AccountRefused("'title', 'legalEntity' and 'office' have at most " + ChannelAccount.LONGEST_NAME
                + " characters each.");
    }
}

package org.interactionhub.readers;

import java.util.List;
import java.util.Optional;
import org.interactionhub.events.Channel;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.readers.providers.Item;
import org.interactionhub.readers.providers.Provider;
import org.interactionhub.readers.providers.Providers;

/**
 * Reads what messengers and bots post: Telegram updates by their {@code update_id}, those of declared {@link Providers},
 * else {@link PlainChat}.
 */
final class ChatReader implements Reader {

    static final ReaderVersion VERSION = new ReaderVersion("chat", 3);

    private final Phones phones;
    private final MailAddresses addresses;

    ChatReader(Phones phones, MailAddresses addresses) {
        this.phones = phones;
        this.addresses = addresses;
    }

    @Override
    public ReaderVersion version() {
        return VERSION;
    }

    @Override
    public List<InteractionReport> read(Received received) throws NotItsContentType, CannotRead {
        ContentTypes type = ContentTypes.of(received);
        if (!type.isJson() && !type.isUrlEncoded()
                && !(type.saysNothing() && ContentTypes.looksLikeJson(received.bytes()))) {
            throw new CannotRead("chat-not-json",
                    "Chat posts are read as JSON or url-encoded; this one came as '" + type.type() + "'.");
        }
        Payload post = PayloadSyntax.of(received);
        if (type.isUrlEncoded()) {
            post = PayloadSyntax.unwrapped(post);
        }
        if (post.has("update_id")) {
            return new TelegramUpdate(received, post, phones).read();
        }
        Item whole = Item.root(post.values());
        Optional<Provider> provider = Providers.known().of(Channel.CHAT, whole);
        return provider.isPresent()
                ? new ProviderPost(received, VERSION, whole, provider.get(), phones, addresses).read()
                : new PlainChat(received, post, phones, addresses).read();
    }
}

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
 * Reads what messengers and bots post: {@link PlainChat} by its own names, Telegram updates by their {@code update_id},
 * and those of declared {@link Providers}.
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
        return read(received, type.isUrlEncoded() && !isKnown(post) ? PayloadSyntax.unwrapped(post) : post);
    }

    private List<InteractionReport> read(Received received, Payload post) throws CannotRead {
        Optional<Provider> provider = provider(post);
        if (provider.isEmpty() || PlainChat.isTheShapeOf(post)) {
            return new PlainChat(received, post, phones, addresses).read();
        }
        return post.has("update_id")
                ? new TelegramUpdate(received, post, phones).read()
                : new ProviderPost(received, VERSION, Item.root(post.values()), provider.get(), phones, addresses)
                        .read();
    }

    private static boolean isKnown(Payload post) {
        return PlainChat.isTheShapeOf(post) || provider(post).isPresent();
    }

    private static Optional<Provider> provider(Payload post) {
        return Providers.known().of(Channel.CHAT, Item.root(post.values()));
    }
}

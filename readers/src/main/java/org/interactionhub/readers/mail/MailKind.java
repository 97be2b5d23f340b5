package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a mail is that no person wrote to us. */
public enum MailKind {
    /** A mail system could not deliver a mail of ours, or has not yet. */
    BOUNCE,
    /** A recipient has called a mail of ours unwanted (RFC 5965). */
    COMPLAINT,
    /** A mail of ours was delivered or displayed (RFC 3464, RFC 8098). */
    RECEIPT,
    /** Somebody's mailbox answers for her, as while she is away (RFC 3834). */
    AUTO_REPLY,
    /** A program wrote it by itself (RFC 3834, auto-generated). */
    NOTIFICATION,
    /** It was written to many (RFC 2919, RFC 2369). */
    LIST;

    /** Headers by which mailboxes that answer make themselves known, beside Auto-Submitted. */
    private static final Set<String> AUTO_REPLY_HEADERS = Set.of("x-autoreply", "x-autorespond", "x-autoresponder",
            "x-auto-reply-from", "x-mail-autoreply", "autoreply", "x-cyrus-session-vacation");

    private static final Pattern AUTO_REPLY_SUBJECT = Pattern
            .compile("(?i)^\\s*\\[?(?:auto(?:matic(?:ally)?|mated)?[ -]?(?:reply|response|answer|generated reply)"
                    + "|auto:|out of (?:the )?office|vacation (?:reply|response)|abwesend|abwesenheit|automatische antwort"
                    + "|réponse automatique|absence du bureau|respuesta automática|resposta automática|fuera de la oficina|risposta automatica|fuori sede"
                    + "|automatisch antwoord|afwezig|autosvar|automatiskt svar|automatisk svar|fraværende|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď"
                    + "|автоответ|автоматический ответ|автоматична відповідь|я в отпуске|отсутствую|自动回复|自動回覆|自動返信|不在通知)");

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    /** The name in an attribute: {@code auto-reply}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its headers alone; what reports of delivery say is told by {@link DeliveryReport}. */
    static Optional<MailKind> byHeaders(Headers headers) {
        String submitted = word(headers, "auto-submitted");
        String precedence = word(headers, "precedence");
        if (submitted.startsWith("auto-replied") || precedence.equals("auto_reply")
                || AUTO_REPLY_HEADERS.stream().anyMatch(name -> headers.raw(name).isPresent())
                || hasMachineMark(headers) && headers.text("subject")
                        .filter(subject -> AUTO_REPLY_SUBJECT.matcher(subject).find()).isPresent()) {
            return Optional.of(AUTO_REPLY);
        }
        if (headers.raw("list-id").isPresent() || headers.raw("list-post").isPresent() || BULK.contains(precedence)) {
            return Optional.of(LIST);
        }
        return submitted.startsWith("auto-") ? Optional.of(NOTIFICATION) : Optional.empty();
    }

    /** What a person's own words in a subject come without. */
    private static boolean hasMachineMark(Headers headers) {
        return word(headers, "return-path").equals("<>") || word(headers, "auto-submitted").startsWith("auto-")
                || headers.raw("x-auto-response-suppress").isPresent() || headers.raw("precedence").isPresent();
    }

    private static String word(Headers headers, String name) {
        return headers.raw(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }
}

package org.interactionhub.readers.mail;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a mail that reports how a mail of ours fared, in the form of RFC 3464, RFC 5965 or RFC 8098, or in the words of
 * mail systems that know none of them.
 *
 * @param kind null if it reports nothing
 * @param bySystem whether a mail system sent it, and not somebody's mail program
 * @param bounce set if something did not arrive
 */
record DeliveryReport(@Nullable MailKind kind, boolean bySystem, @Nullable Bounce bounce) {

    private static final DeliveryReport NONE = new DeliveryReport(null, false, null);
    private static final int MOST_TEXT = 20_000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_RECIPIENTS = 50;

    /** Who mails when nobody does. */
    private static final Pattern MAIL_SYSTEM = Pattern.compile(
            "(?i)mailer-?daemon|post_?master|mail[ ._-]?deliver(?:y|er)?[ ._-]?(?:sub)?-?system|delivery subsystem|system administrator|ndr administrator|^\\s*<>\\s*$|mail administrator");

    private static final Pattern NO_REPLY = Pattern.compile("(?i)(?:no|not)-?reply");

    private static final Pattern FAILED = Pattern.compile(
            "(?i)undeliver|non-?deliver|returned? mail|mail returned|returned to sender|returning message|deliver\\S*[^.]{0,60}(?:fail|error|delay|problem|warning|unsuccess|not possible|has not|attempt|status)"
                    + "|fail\\S*[^.]{0,40}(?:deliver|notice|mail|transmi)|failure notice|mail (?:system )?(?:error|failure)|could(?: not|n't|n’t) (?:be )?(?:deliver|sent|send)|(?:not|n't) be (?:deliver|sent|reach)|unable to (?:deliver|send)|cannot (?:deliver|be deliver)|did(?: not|n't) reach"
                    + "|permanent (?:fatal )?error|fatal error|error (?:sending|deliver)|errors? from|rejected|unknown user|user unknown|не доставлен|не было доставлено|не удалось доставить|недостав|unzustellbar|konnte nicht zugestellt|échec|non (?:remis|distribu)|no se (?:ha podido|pudo) entregar|onbestelbaar|non recapitabile|配信できません|送信できません|投递失败|退信");

    private static final Pattern COMPLAINT = Pattern.compile("(?i)^\\s*complaint about message from");

    /** Behind it stands the mail that did not arrive. */
    private static final Pattern RETURNED = Pattern.compile(
            "(?im)^\\s*(?:(?:-{2,}|={2,}|\\*{2,})[ \\t]*(?:(?:the )?(?:original|returned|unsent|undelivered) (?:message|mail)|(?:below this line|this) is a copy of|header of the original)"
                    + "|(?:the )?(?:original|returned|unsent) (?:message|mail) (?:follow|header|text|below)|message (?:header|text)s? follow|below this line is a copy of|a copy of (?:the|your) (?:original )?message|received: ?(?:from|by)|return-path:|message-id:)");

    private static final Pattern ADDRESS = Pattern
            .compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    static DeliveryReport of(Headers headers, @Nullable String text, List<ReportPart> parts) {
        String said = beginning(text);
        if (parts.stream().anyMatch(ReportPart::isComplaint)
                || headers.text("subject").filter(subject -> COMPLAINT.matcher(subject).find()).isPresent()) {
            return new DeliveryReport(MailKind.COMPLAINT, true, null);
        }
        boolean system = isSystem(headers, parts);
        if (parts.stream().anyMatch(ReportPart::isDisposition)) {
            return new DeliveryReport(MailKind.RECEIPT, system, null); // her own program sends it, from nobody as well
        }
        boolean bySystem = system || isReport(headers, "delivery-status") || isFromNobody(headers);
        List<StatusFields> recipients = recipients(parts, said, bySystem || isReport(headers, "multipart/report"));
        if (!recipients.isEmpty() && recipients.stream().allMatch(StatusFields::hasArrived)) {
            return new DeliveryReport(MailKind.RECEIPT, bySystem, null);
        }
        if (recipients.isEmpty() && !isFailure(headers, said, system)) {
            return NONE;
        }
        return new DeliveryReport(MailKind.BOUNCE, bySystem, bounce(headers, said, parts, recipients));
    }

    private static String beginning(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), MOST_TEXT));
    }

    /** @param believed whether the words are a report's; anybody can hand on what one said to her */
    private static List<StatusFields> recipients(List<ReportPart> parts, String said, boolean believed) {
        List<StatusFields> recipients = parts.stream().filter(ReportPart::isStatus)
                .flatMap(part -> StatusFields.read(part.content()).stream()).toList();
        boolean inWords = believed && recipients.isEmpty()
                && said.toLowerCase(Locale.ROOT).contains("final-recipient:");
        return inWords ? StatusFields.read(said) : recipients;
    }

    private static boolean isSystem(Headers headers, List<ReportPart> parts) {
        String from = headers.text("from").orElse("");
        return MAIL_SYSTEM.matcher(from).find()
                || NO_REPLY.matcher(from).find() && parts.stream().anyMatch(ReportPart::isReturned);
    }

    /** Mail from nobody is what no mail system answers. */
    private static boolean isFromNobody(Headers headers) {
        return headers.raw("return-path").map(String::strip)
                .filter(path -> path.equals("<>") || MAIL_SYSTEM.matcher(path).find()).isPresent();
    }

    private static boolean isReport(Headers headers, String type) {
        return headers.raw("content-type").orElse("").toLowerCase(Locale.ROOT).contains(type);
    }

    private static boolean isFailure(Headers headers, String said, boolean system) {
        String subject = headers.text("subject").orElse("");
        if (headers.raw("x-failed-recipients").isPresent()) {
            return true;
        }
        String words = subject + "\n" + said.substring(0, Math.min(said.length(), 3_000));
        boolean failed = FAILED.matcher(words).find() || Failure.code(words).isPresent();
        return isReport(headers, "delivery-status")
                || (system || isFromNobody(headers) && MailKind.byHeaders(headers).isEmpty()) && failed;
    }

    private static Bounce bounce(Headers headers, String said, List<ReportPart> parts, List<StatusFields> recipients) {
        List<StatusFields> failed = recipients.stream().filter(one -> !one.hasArrived()).toList();
        String words = explanation(said);
        ReturnedHeader returned = returned(parts, said);
        String diagnosis = failed.stream().flatMap(one -> one.plain("diagnostic-code").stream())
                .collect(Collectors.joining("\n"));
        String status = failed.stream().flatMap(one -> one.get("status").stream())
                .flatMap(value -> Failure.status(value).stream()).findFirst()
                .or(() -> Failure.status(words)).orElse(null);
        boolean hard = failed.isEmpty()
                ? Failure.isHard(words, words, status == null ? "" : status)
                : failed.stream().anyMatch(one -> isHard(one, words));
        String reason = diagnosis.isEmpty() ? reason(words) : diagnosis;
        return new Bounce(hard, addresses(headers, words, failed, returned), status, shortened(reason),
                returned.messageId().orElse(null));
    }

    private static boolean isHard(StatusFields recipient, String words) {
        String status = recipient.get("status").flatMap(Failure::status).orElse("");
        String said = recipient.get("diagnostic-code").orElse(words);
        return Failure.isHard(said, words, status);
    }

    /** The part of the text that is not the returned mail. */
    private static String explanation(String said) {
        Matcher returned = RETURNED.matcher(said);
        return returned.find() ? said.substring(0, returned.start()) : said;
    }

    private static String reason(String words) {
        return words.lines().map(String::strip).filter(line -> Failure.code(line).isPresent()).findFirst()
                .or(() -> words.lines().map(String::strip).filter(line -> FAILED.matcher(line).find()).findFirst())
                .orElse("");
    }

    private static @Nullable String shortened(String reason) {
        return reason.isBlank() ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).strip();
    }

    /** Those that the report names as such, else those of its words that are neither who sent nor who reports, else to whom the returned mail was. */
    private static List<String> addresses(Headers headers, String words, List<StatusFields> failed,
            ReturnedHeader returned) {
        Set<String> named = failed.stream()
                .flatMap(one -> one.plain("original-recipient").or(() -> one.plain("final-recipient")).stream())
                .flatMap(DeliveryReport::found).collect(Collectors.toCollection(LinkedHashSet::new));
        if (named.isEmpty()) {
            headers.raw("x-failed-recipients").stream().flatMap(DeliveryReport::found).forEach(named::add);
        }
        if (named.isEmpty()) {
            Set<String> others = Stream.of("from", "to", "return-path", "sender", "delivered-to")
                    .flatMap(name -> headers.raw(name).stream()).flatMap(DeliveryReport::found)
                    .collect(Collectors.toSet());
            found(words).filter(address -> !others.contains(address)
                    && !MAIL_SYSTEM.matcher(address).find()).forEach(named::add);
        }
        if (named.isEmpty()) {
            returned.to().stream().flatMap(DeliveryReport::found).forEach(named::add);
        }
        return new ArrayList<>(named).subList(0, Math.min(named.size(), MOST_RECIPIENTS));
    }

    private static Stream<String> found(String words) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(words);
        while (matcher.find() && found.size() < MOST_RECIPIENTS) {
            found.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return found.stream();
    }

    private static ReturnedHeader returned(List<ReportPart> parts, String said) {
        String returned = parts.stream().filter(ReportPart::isReturned).map(ReportPart::content)
                .collect(Collectors.joining("\n"));
        return new ReturnedHeader(returned.isEmpty() ? said : returned);
    }
}

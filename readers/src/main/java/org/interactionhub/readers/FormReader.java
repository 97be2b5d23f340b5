package org.interactionhub.readers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportedOriginal;
import org.jspecify.annotations.Nullable;

/** Reads posts of web forms that nobody described: finds who it is from and what she says, and keeps every field. */
final class FormReader implements Reader {

    private static final Set<String> CLICK_IDS = Set.of("gclid", "yclid", "fbclid", "ymclid", "msclkid", "roistat");
    private static final int DEEPEST = 3;

    private final Phones phones;
    private final MailAddresses addresses;

    FormReader(Phones phones, MailAddresses addresses) {
        this.phones = phones;
        this.addresses = addresses;
    }

    @Override
    public ReaderVersion version() {
        return new ReaderVersion("form", 3);
    }

    @Override
    public List<InteractionReport> read(Received received) throws NotItsContentType, CannotRead {
        Payload form = PayloadSyntax.of(received);
        Map<FormField, List<String>> known = new EnumMap<>(FormField.class);
        List<String> all = new ArrayList<>();
        collect(form.values(), known, all, 0);
        Draft draft = draft(received);
        List<ContactPoint> stated = stated(known, all);
        stated.forEach(point -> draft.states(point.type(), point.value()));
        values(known, FormField.PHONE).forEach(number -> phones.marked(draft, number));
        ContactPoint sender = Stream.concat(cookie(known), stated.stream()).findFirst()
                .orElseThrow(() -> new CannotRead("form-no-contact-point",
                        "The form has no mail address, no phone number and no cookie by which its sender could be recognised."));
        return List.of(draft.participant(Participant.Role.FROM, sender.type(), sender.value(), name(known))
                .subject(joined(known, FormField.SUBJECT, " "))
                .text(joined(known, FormField.MESSAGE, "\n\n"))
                .attachments(form.files())
                .attribute("fields", form.values())
                .attribute("campaign", campaign(form.values()))
                .report());
    }

    /** A post without a key is new each time: the inlet gives it a fresh one. */
    private Draft draft(Received received) {
        Map<String, String> envelope = received.envelope();
        String delivery = envelope.getOrDefault("idempotency-key",
                envelope.getOrDefault("delivery", ReportedOriginal.sha256(received.bytes())));
        return new Draft(received, version(), delivery, delivery, null);
    }

    private static void collect(Map<?, ?> fields, Map<FormField, List<String>> known, List<String> all, int depth) {
        fields.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested && depth < DEEPEST) {
                collect(nested, known, all, depth + 1);
                return;
            }
            List<String> texts = new Payload(fields).texts(String.valueOf(name));
            all.addAll(texts);
            FormField.of(String.valueOf(name))
                    .ifPresent(field -> known.computeIfAbsent(field, _ -> new ArrayList<>()).addAll(texts));
        });
    }

    private List<ContactPoint> stated(Map<FormField, List<String>> known, List<String> all) {
        List<ContactPoint> named = Stream
                .concat(mails(values(known, FormField.EMAIL)), phones(values(known, FormField.PHONE)))
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        // a field of an unknown name: a single value that is an address as a whole can only be the sender's
        List<ContactPoint> only = mails(all).distinct().toList();
        return only.size() == 1 ? only : List.of();
    }

    private Stream<ContactPoint> mails(List<String> raw) {
        return raw.stream().flatMap(value -> addresses.canonical(value).stream())
                .map(value -> new ContactPoint(ContactPoint.Type.EMAIL, value));
    }

    private Stream<ContactPoint> phones(List<String> raw) {
        return raw.stream().flatMap(value -> phones.all(value).stream())
                .map(value -> new ContactPoint(ContactPoint.Type.PHONE, value));
    }

    private static Stream<ContactPoint> cookie(Map<FormField, List<String>> known) {
        return values(known, FormField.COOKIE).stream()
                .flatMap(value -> ContactPoint.find(ContactPoint.Type.COOKIE, PlainText.line(value)).stream());
    }

    private static @Nullable String name(Map<FormField, List<String>> known) {
        String whole = joined(known, FormField.NAME, " ");
        String parts = Stream
                .of(whole, joined(known, FormField.FIRST_NAME, " "), joined(known, FormField.LAST_NAME, " "))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    private static @Nullable String joined(Map<FormField, List<String>> known, FormField field, String separator) {
        String text = values(known, field).stream().map(String::strip).distinct()
                .collect(Collectors.joining(separator));
        return text.isEmpty() ? null : text;
    }

    private static List<String> values(Map<FormField, List<String>> known, FormField field) {
        return known.getOrDefault(field, List.of());
    }

    private static Map<String, Object> campaign(Map<?, ?> fields) {
        Map<String, Object> campaign = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            String plain = String.valueOf(name).toLowerCase(Locale.ROOT);
            if (plain.startsWith("utm_") || CLICK_IDS.contains(plain)) {
                Payload.asText(value).ifPresent(text -> campaign.put(plain, text));
            }
        });
        return campaign;
    }
}

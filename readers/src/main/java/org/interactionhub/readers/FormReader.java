package org.interactionhub.readers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        Map<String, Object> fields = FormFields.of(form.values());
        collect(fields, known, all, 0);
        Draft draft = draft(received, form);
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
                .attribute("fields", fields)
                .attribute("campaign", Campaign.tags(fields))
                .attribute("referrer", Campaign.referrer(fields).orElse(null))
                .attribute("landingPage", Campaign.landingPage(fields).orElse(null))
                .attribute("fillSeconds", FormSuspicion.fillTime(fields, received.receivedAt())
                        .map(Duration::toSeconds).orElse(null))
                .attribute("suspected", FormSuspicion.reasons(fields, received.receivedAt()))
                .report());
    }

    /**
     * A post without a key is new each time, for the inlet gives it a fresh one; unless the service that built the form has
     * a name for it.
     */
    private Draft draft(Received received, Payload form) {
        Map<String, String> envelope = received.envelope();
        String delivery = Optional.ofNullable(envelope.get("idempotency-key"))
                .or(() -> FormFields.submission(form.values()))
                .orElseGet(() -> envelope.getOrDefault("delivery", ReportedOriginal.sha256(received.bytes())));
        return new Draft(received, version(), delivery, delivery, null);
    }

    private static void collect(Map<?, ?> fields, Map<FormField, List<String>> known, List<String> all, int depth) {
        fields.forEach((key, value) -> {
            String name = String.valueOf(key);
            Optional<FormField> field = FormField.of(name);
            if (FormSuspicion.isTrap(name)) {
                return;
            }
            if (value instanceof Map<?, ?> parts && field.filter(FormReader::hasParts).isPresent()) {
                known.computeIfAbsent(field.get(), _ -> new ArrayList<>()).add(joined(parts));
            } else if (value instanceof Map<?, ?> nested && depth < DEEPEST) {
                collect(nested, known, all, depth + 1);
            } else {
                List<String> texts = new Payload(fields).texts(name);
                all.addAll(texts);
                field.ifPresent(one -> known.computeIfAbsent(one, _ -> new ArrayList<>()).addAll(texts));
            }
        });
    }

    /** First and last name, code and number: they may come apart. */
    private static boolean hasParts(FormField field) {
        return field == FormField.NAME || field == FormField.PHONE;
    }

    private static String joined(Map<?, ?> parts) {
        return parts.values().stream().flatMap(part -> Payload.asText(part).stream()).collect(Collectors.joining(" "));
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
}

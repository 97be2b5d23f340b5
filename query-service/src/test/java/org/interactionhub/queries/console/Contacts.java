package org.interactionhub.queries.console;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactionhub.events.Attachment;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.Participant;
import org.interactionhub.queries.Company;
import org.interactionhub.queries.console.frame.Visits;
import org.interactionhub.queries.timeline.Exchange;
import org.interactionhub.queries.timeline.Highlight;
import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;

/** Contacts of a project company with a client, as the timeline room tells of them; seen at noon of a Tuesday. */
final class Contacts {

    /** 15:00 in Moscow. */
    static final Instant NOW = Visits.NOW;

    private static final Participant ANNA_BY_MAIL = new Participant(Participant.Role.FROM, ContactPoint.Type.EMAIL,
            "anna@acme.example", "Анна Петрова");
    private static final Participant OUR_MAILBOX = new Participant(Participant.Role.TO, ContactPoint.Type.EMAIL,
            "info@romashka.example", null);
    private static final Participant ANNA_BY_PHONE = new Participant(Participant.Role.FROM, ContactPoint.Type.PHONE,
            "+79031234567", null);
    private static final Participant OUR_NUMBER = new Participant(Participant.Role.TO, ContactPoint.Type.PHONE,
            "+74951234567", null);

    private Contacts() {}

    static TimelineItem aReply() {
        return heard(Channel.EMAIL, ago(2), "info@romashka.example", "Re: Re: Котельная под ключ",
                "Добрый день! Сроки нас устраивают, план участка во вложении.\n\n> Анна, когда вам удобно начать?\n> Ольга",
                "Добрый день! Сроки нас устраивают, план участка во вложении.", List.of(ANNA_BY_MAIL, OUR_MAILBOX),
                Map.of(), List.of(new Attachment("План участка.pdf", "application/pdf", 1_348_213, "00")), 0, false);
    }

    static TimelineItem aLongMail() {
        String line = "Котёл, насосы, автоматика, монтаж и пуск входят в цену, доставка считается отдельно.\n";
        return heard(Channel.EMAIL, ago(52), "info@romashka.example", "Коммерческое предложение", line.repeat(30), null,
                List.of(ANNA_BY_MAIL, OUR_MAILBOX), Map.of(), List.of(), 0, false);
    }

    /** A thread of so many mails, of which the first came two days ago. */
    static Exchange aTalk(int mails) {
        TimelineItem newest = aReply();
        return new Exchange(newest, mails, Company.call("first"), ago(48), "begin", "front", List.of(), true, null);
    }

    static TimelineItem aMailWithScript() {
        return heard(Channel.EMAIL, ago(3), "info@romashka.example", "<script>alert(1)</script>",
                "<script>alert(2)</script><img src=x onerror=alert(3)>", null, List.of(ANNA_BY_MAIL, OUR_MAILBOX),
                Map.of(), List.of(), 0, false);
    }

    static TimelineItem anAnsweredCall() {
        return heard(Channel.PHONE, ago(4), "office", null, null, null, List.of(ANNA_BY_PHONE, OUR_NUMBER),
                Map.of("answered", true, "missed", false, "durationSeconds", 192, "agent", "Ольга Орлова"), List.of(),
                0,
                false);
    }

    static TimelineItem aMissedCall() {
        return heard(Channel.PHONE, ago(27), "office", null, null, null, List.of(ANNA_BY_PHONE, OUR_NUMBER),
                Map.of("answered", false, "missed", true, "durationSeconds", 0), List.of(), 0, false);
    }

    static TimelineItem aForm() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Площадь, м²", "240");
        fields.put("Регион", "Тверская область");
        fields.put("Топливо", List.of("газ", "дизель"));
        fields.put("Компания", null); // whoever reports by the open inlet may say so
        return heard(Channel.WEB_FORM, ago(75), "website", "Заявка на расчёт",
                "Нужна котельная под ключ для производственного цеха.", null, List.of(ANNA_BY_MAIL),
                Map.of("fields", fields, "campaign",
                        Map.of("yclid", "17", "utm_medium", "cpc", "utm_source", "google")),
                List.of(), 0, false);
    }

    static TimelineItem anEditedChatMessage() {
        return heard(Channel.CHAT, ago(26), "telegram", null, "Можно созвониться завтра после 11?", null, List.of(
                new Participant(Participant.Role.FROM, ContactPoint.Type.CHAT, "telegram:5551", "Анна")), Map.of(),
                List.of(), 1, false);
    }

    static TimelineItem aDeletedChatMessage() {
        return heard(Channel.CHAT, ago(25), "telegram", null, "Не туда написала", null, List.of(
                new Participant(Participant.Role.FROM, ContactPoint.Type.CHAT, "telegram:5551", "Анна")), Map.of(),
                List.of(), 0, true);
    }

    static TimelineItem aMeetingWithADecision() {
        TimelineItem.Decision decision = new TimelineItem.Decision("Газовый котёл 2 × 500 кВт",
                List.of("Газовый котёл 2 × 500 кВт", "Дизель", "Отказ"), "Газ подведён к участку", "Ольга Орлова", 40,
                ago(96), ago(96), 41);
        return told(Channel.MEETING, TimelineItem.State.HELD, ago(98), "Выезд на площадку",
                "Осмотрели участок, выбрали место под блок-модуль.", List.of(decision));
    }

    static TimelineItem aNote() {
        return told(Channel.NOTE, TimelineItem.State.RECORDED, ago(97), null, "Решает директор, бюджет до конца года.",
                List.of());
    }

    static TimelineItem aPlannedCall() {
        return told(Channel.PHONE, TimelineItem.State.PLANNED, ago(-20), "Согласовать график поставки", null,
                List.of());
    }

    static TimelineItem aPlannedMeeting() {
        return told(Channel.MEETING, TimelineItem.State.PLANNED, ago(-120), "Подписание договора",
                "Офис заказчика, взять два экземпляра", List.of());
    }

    static TimelineItem aCancelledMeeting() {
        return told(Channel.MEETING, TimelineItem.State.CANCELLED, ago(50), "Встреча в офисе", null, List.of());
    }

    static TimelineItem anOverdueMeeting() {
        return told(Channel.MEETING, TimelineItem.State.PLANNED, ago(5), "Звонок директору", null, List.of());
    }

    /** One of each kind, newest first. */
    static List<TimelineItem> all() {
        return List.of(aPlannedMeeting(), aPlannedCall(), aReply(), aMailWithScript(), anAnsweredCall(),
                anOverdueMeeting(), aDeletedChatMessage(), anEditedChatMessage(), aMissedCall(), aCancelledMeeting(),
                aLongMail(), aForm(), aNote(), aMeetingWithADecision());
    }

    /** The same, found by these words. */
    static TimelineItem sought(TimelineItem item, Highlight... words) {
        return new TimelineItem(item.interactionId(), item.channel(), item.direction(), item.state(),
                item.occurredAt(), item.recordedAt(), item.account(), item.ours(), item.subject(), item.text(),
                item.reply(),
                item.participants(), item.attributes(), item.attachments(), item.decisions(), item.notes(), item.by(),
                item.edits(), item.deleted(), item.copies(), item.thread(), item.position(), List.of(words));
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static TimelineItem heard(Channel channel, Instant at, String account,
            @Nullable String subject, @Nullable String text,
            @Nullable String reply, List<Participant> participants,
            Map<String, Object> attributes, List<Attachment> attachments, int edits, boolean deleted) {
        return new TimelineItem(InteractionId.of(channel, account, at.toString(), at), channel, Direction.INBOUND,
                TimelineItem.State.RECORDED, at, at, account, null, subject, text, reply, participants, attributes,
                attachments, List.of(), List.of(), null, edits, deleted, 1, null, at.getEpochSecond(), List.of());
    }

    private static TimelineItem told(Channel channel, TimelineItem.State state, Instant at,
            @Nullable String subject, @Nullable String text,
            List<TimelineItem.Decision> decisions) {
        Direction direction = channel == Channel.NOTE ? Direction.INTERNAL : Direction.OUTBOUND;
        return new TimelineItem(InteractionId.of(channel, "staff", at.toString(), at), channel, direction, state, at,
                at, null, null, subject, text, null, List.of(), Map.of(), List.of(), decisions, List.of(),
                "Ольга Орлова", 0,
                false, 0, null,
                at.getEpochSecond(), List.of());
    }
}

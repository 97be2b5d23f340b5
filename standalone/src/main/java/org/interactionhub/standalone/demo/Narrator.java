package org.interactionhub.standalone.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.readers.MailAddresses;
import org.interactionhub.readers.Phones;
import org.jspecify.annotations.Nullable;

/** Makes one story ready to be played: the same story and the same anchor give the same messages, byte for byte. */
final class Narrator {

    private static final List<Integer> USUAL_PACE = List.of(20, 180);
    private static final Duration BREATH = Duration.ofMinutes(7);
    private static final Duration NOTICE = Duration.ofHours(20);
    private static final String CANCELLED = "cancelled";
    private static final int USUAL_PAUSE = 2;

    private final Company company;
    private final Story story;
    private final Instant anchor;
    private final Postman postman;
    private final Exchange exchange;
    private final StoryTime time;
    private final Mailbox mailbox;
    private final Instant exchangeSince;
    private final List<Script.Owner> owners = new ArrayList<>();
    private final List<String> ownerKeys = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Delivery> twice = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private int count;
    private int messages = 100;

    Narrator(Company company, Story story, Instant anchor, Postman postman, Exchange exchange) {
        this.company = company;
        this.story = story;
        this.anchor = anchor;
        this.postman = postman;
        this.exchange = exchange;
        ZoneId zone = company.zoneId();
        time = new StoryTime(anchor, zone, story.key());
        mailbox = new Mailbox(story.key());
        exchangeSince = time.resolve(company.exchangeSince(), null, USUAL_PACE);
    }

    Script script(Phones phones) {
        for (Story.Ownership owner : story.owners()) {
            ownerKeys.add(owner.who());
            owners.add(new Script.Owner(company.staff(owner.who()).known(),
                    time.resolve(owner.since(), null, USUAL_PACE)));
        }
        Instant before = null;
        boolean goesOn = true;
        for (Scene scene : story.scenes()) {
            Instant at = time.resolve(scene.at(), before, pace(before));
            if (scene instanceof Scene.Plan plan) {
                if (goesOn || !scene.at().startsWith(">")) {
                    plan(plan, at);
                }
                continue;
            }
            if (before != null && at.isBefore(before)) {
                at = before.plus(BREATH);
            }
            goesOn &= !at.isAfter(anchor); // else the story has not come that far yet
            before = goesOn ? tell(scene, at) : before;
        }
        return new Script(story, contactPoints(phones), owners, deliveries, twice, sayings);
    }

    /** @return when the scene ends */
    private Instant tell(Scene scene, Instant at) {
        count++;
        return switch (scene) {
            case Scene.Form form -> form(form, at);
            case Scene.Mail mail -> mail(mail, at);
            case Scene.Call call -> call(call, at);
            case Scene.Chat chat -> chat(chat, at);
            case Scene.Meeting meeting -> said(meeting, "meeting", meeting.meeting(), meeting.text(), meeting.by(), at);
            case Scene.Note note -> said(note, "note", note.note(), note.text(), note.by(), at);
            case Scene.Plan _ -> throw new IllegalStateException("a plan is not told as if it had been");
        };
    }

    private Instant form(Scene.Form form, Instant at) {
        Person who = person(form.who(), at);
        Map<String, String> fields = new LinkedHashMap<>();
        putIfThere(fields, "name", who.name());
        putIfThere(fields, "email", who.email());
        putIfThere(fields, "phone", who.phone());
        fields.putAll(form.fields());
        fields.values().removeIf(String::isEmpty);
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        deliver(postman.past("web-form", form.form(), "application/x-www-form-urlencoded",
                body.getBytes(StandardCharsets.US_ASCII), Map.of("idempotency-key", story.key() + "-" + count), at));
        decided(form, at);
        return at;
    }

    private Instant mail(Scene.Mail mail, Instant at) {
        Person from = person(mail.from(), at);
        Person to = person(mail.to(), at);
        Person cc = mail.cc() == null ? null : person(mail.cc(), at);
        String account = story.people().containsKey(mail.from()) ? to.address() : from.address();
        byte[] bytes = mailbox.write(mail, from, to, cc, at.atZone(company.zoneId())).bytes();
        deliver(postman.mail(account, bytes, at));
        if (mail.twice()) {
            twice.add(deliveries.getLast());
        }
        decided(mail, at);
        return at;
    }

    private Instant call(Scene.Call call, Instant at) {
        Person client = person(call.who(), at);
        Person agent = person(call.by(), at);
        String id = (at.getEpochSecond()) + "." + Math.abs((story.key() + count).hashCode() % 10_000);
        if (at.isBefore(exchangeSince)) {
            deliver(exchange.logged(call, client, agent, id, at));
        } else {
            exchange.told(call, client, agent, id, at).forEach(this::deliver);
        }
        decided(call, at);
        return at.plusSeconds(call.talk());
    }

    private Instant chat(Scene.Chat chat, Instant at) {
        Person client = person(chat.with(), at);
        Instant now = at;
        if (chat.shares()) {
            messages++;
            deliver(postman.chat(chat.chat(), Messenger.telegramContact(
                    new Messenger.Said(client, client, Integer.toString(messages), now, true)), now));
        }
        String conversation = story.key() + "-" + count;
        for (Scene.Line line : chat.says()) {
            Integer after = line.after();
            now = now.plusSeconds((after == null ? USUAL_PAUSE : after) * 60L + messages % 41);
            messages++;
            say(chat, line, new Messenger.Said(client, person(line.by(), at), Integer.toString(messages), now,
                    story.people().containsKey(line.by())), conversation);
        }
        decided(chat, now);
        return now;
    }

    private void say(Scene.Chat chat, Scene.Line line, Messenger.Said said, String conversation) {
        Instant later = said.at().plusSeconds(45);
        String edit = line.edit();
        if (chat.chat().startsWith("telegram")) {
            deliver(postman.chat(chat.chat(), Messenger.telegram(said, line.say()), said.at()));
            if (edit != null) {
                deliver(postman.chat(chat.chat(), Messenger.telegramEdit(said, edit, later), later));
            }
            return;
        }
        String visitor = story.key() + "-" + chat.with();
        deliver(postman.chat(chat.chat(), Messenger.siteChat(said, conversation, visitor, line.say(), 0, said.at()),
                said.at()));
        if (edit != null) {
            deliver(postman.chat(chat.chat(), Messenger.siteChat(said, conversation, visitor, edit, 1, later), later));
        }
        if (line.gone()) {
            deliver(postman.chat(chat.chat(), Messenger.siteChat(said, conversation, visitor, null, 0, later),
                    later));
        }
    }

    private Instant said(Scene scene, String channel, @Nullable String subject, @Nullable String text, String by,
            Instant at) {
        Map<String, Object> body = telling(channel, subject, text);
        body.put("occurredAt", at.toString());
        String key = story.key() + "/" + count;
        String name = person(by, at).known();
        sayings.add(new Saying(key, Saying.Kind.TELL, "", body, name));
        decision(scene, key, at);
        return at;
    }

    private void plan(Scene.Plan plan, Instant at) {
        count++;
        Map<String, Object> body = telling(plan.channel() == null ? "meeting" : plan.channel(), plan.plan(),
                plan.text());
        body.put("plannedFor", at.toString());
        String key = story.key() + "/" + count;
        String by = person(plan.by(), anchor).known();
        sayings.add(new Saying(key, Saying.Kind.TELL, "", body, by));
        String outcome = plan.outcome();
        if (outcome != null && (at.isBefore(anchor) || outcome.equals(CANCELLED))) {
            Map<String, Object> became = new LinkedHashMap<>();
            became.put("state", outcome);
            became.put("text", plan.reason());
            Instant known = outcome.equals(CANCELLED) ? at.minus(NOTICE) : at;
            became.put("occurredAt", (known.isAfter(anchor) ? anchor : known).toString());
            sayings.add(new Saying(key + "/outcome", Saying.Kind.OUTCOME, key, became, by));
        }
    }

    private static Map<String, Object> telling(String channel, @Nullable String subject, @Nullable String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channel", channel);
        body.put("subject", subject);
        body.put("text", text);
        return body;
    }

    private void decided(Scene scene, Instant at) {
        decision(scene, deliveries.getLast().contact().toString(), at);
    }

    private void decision(Scene scene, String about, Instant at) {
        Scene.Decision decision = scene.decision();
        if (decision != null) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("decision", decision.take());
            body.put("options", decision.options());
            body.put("reason", decision.reason());
            Instant later = at.plus(BREATH);
            body.put("occurredAt", (later.isBefore(anchor) ? later : at).toString());
            sayings.add(new Saying(story.key() + "/" + count + "/decision", Saying.Kind.DECIDE, about, body,
                    person(decision.by(), at).known()));
        }
    }

    private void deliver(Delivery delivery) {
        deliveries.add(delivery);
    }

    /** {@code owner} is who looks after the client at that time; the first one, before anybody did. */
    private Person person(String key, Instant at) {
        if (key.equals("owner")) {
            return company.staff(ownerAt(at));
        }
        return Optional.ofNullable(story.people().get(key)).orElseGet(() -> company.staff(key));
    }

    private String ownerAt(Instant at) {
        String owner = ownerKeys.isEmpty() ? "info" : ownerKeys.getFirst();
        for (int i = 0; i < owners.size(); i++) {
            owner = owners.get(i).since().isAfter(at) ? owner : ownerKeys.get(i);
        }
        return owner;
    }

    private List<Integer> pace(@Nullable Instant before) {
        List<Integer> pace = company.staff(ownerAt(before == null ? anchor : before)).pace();
        return pace == null ? USUAL_PACE : pace;
    }

    private List<ContactPoint> contactPoints(Phones phones) {
        MailAddresses addresses = new MailAddresses();
        Set<ContactPoint> points = new LinkedHashSet<>();
        for (Person person : story.people().values().stream().filter(one -> !one.stranger()).toList()) {
            Stream.ofNullable(person.email()).flatMap(email -> addresses.canonical(email).stream())
                    .forEach(email -> points.add(new ContactPoint(ContactPoint.Type.EMAIL, email)));
            Stream.ofNullable(person.phone()).flatMap(phone -> phones.canonical(phone).stream())
                    .forEach(phone -> points.add(new ContactPoint(ContactPoint.Type.PHONE, phone)));
        }
        return List.copyOf(points);
    }

    private static void putIfThere(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.interactionhub.benchmarks.crowd;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.interactionhub.events.Channel;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.Direction;
import org.interactionhub.events.InteractionId;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.Participant;
import org.interactionhub.events.Participant.Role;
import org.interactionhub.events.ReaderVersion;
import org.interactionhub.events.ReportId;
import org.interactionhub.events.ReportedOriginal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many people who write and call over three years, always the same ones for the same seed. A tenth of all contacts are
 * one person's; of the others few have many and many have few (the square of a uniform number picks them).
 */
public final class Crowd {

    /** Who has a tenth of all contacts. */
    public static final String BUSIEST = "busiest@crowd.example";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PEOPLE = 5_000;
    private static final Duration PERIOD = Duration.ofDays(3 * 365);
    private static final String ACCOUNT = "crowd";
    private static final ReaderVersion READER = new ReaderVersion("crowd", 1);
    private static final List<String> FIRST = List.of("Анна", "Иван", "Мария", "Пётр", "Olga", "John", "Елена", "Kate");
    private static final List<String> LAST = List.of("Соколова", "Smith", "Кузнецов", "Brown", "Орлова", "Taylor");
    private static final List<String> SUBJECTS = List.of("Смета на котельную", "Question about the warranty",
            "Перенос замера", "Акт выполненных работ", "Invoice 2231", "Протечка в узле ввода");
    private static final List<String> SENTENCES = List.of("Добрый день, пришлите, пожалуйста, план площадки.",
            "We would like to move the visit to Thursday.", "Бригада приехала без проекта, ждём решения.",
            "The boiler house must be running before the heating season.", "Согласовали трубу, высота 24 метра.",
            "Когда подпишем дополнительное соглашение?", "Please call back after lunch.");

    private final Random random = new Random(20_261_124);
    private final Instant end;

    public Crowd(Instant end) {
        this.end = end;
    }

    /** CloudEvents for {@code POST /intake/interactions}, as a batch. */
    public byte[] batch(int first, int size) {
        return JSON.writeValueAsBytes(IntStream.range(first, first + size).mapToObj(this::event).toList());
    }

    /** A CloudEvent for {@code POST /intake/interactions}. */
    public static byte[] message(InteractionReport report) {
        return JSON.writeValueAsBytes(event(report));
    }

    private Map<String, Object> event(int number) {
        return event(report(number));
    }

    private static Map<String, Object> event(InteractionReport report) {
        return Map.of("specversion", "1.0", "id", report.reportId().toString(), "type", InteractionReport.TYPE,
                "source",
                InteractionReport.source(report.channel(), ACCOUNT), "datacontenttype", "application/json", "data",
                report);
    }

    /** The report with this number; numbers are to be asked for in order. */
    public InteractionReport report(int number) {
        int person = number % 10 == 0 ? 0 : 1 + (int) (Math.pow(random.nextDouble(), 2) * PEOPLE);
        Channel channel = switch (random.nextInt(10)) {
            case 0, 1, 2 -> Channel.PHONE;
            case 3, 4 -> Channel.CHAT;
            case 5 -> Channel.WEB_FORM;
            default -> Channel.EMAIL;
        };
        Direction direction = channel != Channel.WEB_FORM && random.nextInt(5) < 2
                ? Direction.OUTBOUND
                : Direction.INBOUND;
        Instant at = end.minusSeconds((long) (random.nextDouble() * PERIOD.toSeconds()));
        String text = text();
        return new InteractionReport(ReportId.of(channel, ACCOUNT, "d" + number, at),
                InteractionId.of(channel, ACCOUNT, "c" + number, at), InteractionReport.Kind.RECORDED, channel, ACCOUNT,
                direction, at, channel == Channel.CHAT ? "chat-" + person : null,
                List.of(participant(person, channel, direction == Direction.INBOUND ? Role.FROM : Role.TO)), List.of(),
                channel == Channel.PHONE ? null : pick(SUBJECTS), channel == Channel.PHONE ? null : text, null,
                List.of(), channel == Channel.PHONE ? call() : Map.of(), READER,
                ReportedOriginal.of("text/plain", text.getBytes(StandardCharsets.UTF_8)), null);
    }

    private Map<String, Object> call() {
        return random.nextInt(4) == 0
                ? Map.of("answered", false)
                : Map.of("answered", true, "durationSeconds", 10 + random.nextInt(900));
    }

    private static Participant participant(int person, Channel channel, Role role) {
        String name = FIRST.get(person % FIRST.size()) + " " + LAST.get(person / 7 % LAST.size()) + " " + person;
        return channel == Channel.PHONE
                ? new Participant(role, ContactPoint.Type.PHONE, "+7999%07d".formatted(person), name)
                : new Participant(role, ContactPoint.Type.EMAIL,
                        person == 0 ? BUSIEST : "person" + person + "@crowd.example", name);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        while (text.length() < 400) {
            text.append(pick(SENTENCES)).append(' ');
        }
        return text.toString().strip();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

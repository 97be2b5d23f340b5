package org.interactionhub.standalone.demo;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.InteractionReport;

/**
 * Parts the deliveries into waves, since the hub takes messages of different conversations in any order: what makes a
 * contact point known is a wave's last of its story, and the next wave comes when the hub has recorded the one before.
 */
final class Waves {

    private static final String CSV = "text/csv";

    private Waves() {}

    /** Of each wave, what may go on at the same time; each of these lists has to be kept in order. */
    static List<List<List<Delivery>>> of(List<Script> scripts) {
        List<List<List<Delivery>>> waves = new ArrayList<>();
        for (Script script : scripts) {
            int number = 0;
            for (List<Delivery> part : parts(script)) {
                while (waves.size() <= number) {
                    waves.add(new ArrayList<>());
                }
                waves.get(number).add(part);
                number++;
            }
        }
        return waves.stream().map(Waves::logsTogether).toList();
    }

    private static List<List<Delivery>> parts(Script script) {
        Set<ContactPoint> known = new HashSet<>(script.isRegistered() ? script.contactPoints() : List.of());
        List<List<Delivery>> parts = new ArrayList<>();
        List<Delivery> part = new ArrayList<>();
        for (Delivery delivery : script.deliveries()) {
            part.add(delivery);
            if (known.addAll(delivery.outside())) {
                parts.add(part);
                part = new ArrayList<>();
                known.addAll(script.contactPoints()); // staff add what they know once the hub knows her
            }
        }
        parts.add(part);
        return parts;
    }

    /** A call log tells of many calls; those of a wave travel as one. */
    private static List<List<Delivery>> logsTogether(List<List<Delivery>> wave) {
        Map<String, List<Delivery>> logs = new LinkedHashMap<>();
        List<List<Delivery>> lanes = new ArrayList<>();
        for (List<Delivery> lane : wave) {
            lane.stream().filter(Waves::isLog)
                    .forEach(line -> logs.computeIfAbsent(line.path(), _ -> new ArrayList<>()).add(line));
            lanes.add(lane.stream().filter(delivery -> !isLog(delivery)).toList());
        }
        logs.values().forEach(lines -> lanes.add(List.of(joined(lines))));
        return lanes;
    }

    private static boolean isLog(Delivery delivery) {
        return delivery.contentType().equals(CSV);
    }

    private static Delivery joined(List<Delivery> lines) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        List<InteractionReport> reports = new ArrayList<>();
        for (Delivery line : lines) {
            log.writeBytes(line.body());
            reports.addAll(line.reports());
        }
        return new Delivery(lines.getFirst().path(), CSV, log.toByteArray(), reports);
    }
}

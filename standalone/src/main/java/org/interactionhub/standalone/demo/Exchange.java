package org.interactionhub.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The company's telephone exchanges: the old one, which kept a call log, and the new one, which tells of each step. */
final class Exchange {

    private static final int USUAL_RING = 9;

    private final Company company;
    private final Postman postman;
    private final ZoneId logZone;

    Exchange(Company company, Postman postman, ZoneId logZone) {
        this.company = company;
        this.postman = postman;
        this.logZone = logZone;
    }

    /** As a line of the call log, in the columns of Asterisk. */
    Delivery logged(Scene.Call call, Person client, Person agent, String id, Instant start) {
        DateTimeFormatter stamp = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(logZone);
        Instant answered = start.plusSeconds(ring(call));
        Instant end = answered.plusSeconds(call.talk());
        String outside = client.number();
        String inside = "PJSIP/" + agent.line() + "-" + id;
        String trunk = "PJSIP/trunk-" + id;
        List<String> columns = List.of("", call.inbound() ? outside : agent.line(),
                call.inbound() ? company.number() : outside, "from-trunk",
                call.inbound() && client.name() != null ? "\"" + client.name() + "\" <" + outside + ">" : outside,
                call.inbound() ? trunk : inside, call.inbound() ? inside : trunk, "Dial", "", stamp.format(start),
                call.talk() > 0 ? stamp.format(answered) : "", stamp.format(end),
                Long.toString(Duration.between(start, end).toSeconds()), Integer.toString(call.talk()),
                call.talk() > 0 ? "ANSWERED" : "NO ANSWER", "3", id, "");
        String line = columns.stream().map(column -> "\"" + column.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",")) + "\n";
        return postman.callLog(company.oldExchange(), line, start);
    }

    /** As events, one for each step. */
    List<Delivery> told(Scene.Call call, Person client, Person agent, String id, Instant start) {
        List<Delivery> steps = new ArrayList<>();
        Instant answered = start.plusSeconds(ring(call));
        steps.add(step(call, client, agent, id, "newCall", start));
        if (call.talk() > 0) {
            steps.add(step(call, client, agent, id, "answer", answered));
        }
        steps.add(step(call, client, agent, id, "hangup", answered.plusSeconds(call.talk())));
        return steps;
    }

    private Delivery step(Scene.Call call, Person client, Person agent, String id, String event, Instant at) {
        return postman.past("phone", company.exchange(), "application/json",
                event(call, client, agent, id, event), Map.of(), at);
    }

    byte[] event(Scene.Call call, Person client, Person agent, String id, String event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event);
        fields.put("callId", id);
        fields.put("direction", call.call());
        fields.put("from", call.inbound() ? client.number() : company.number());
        fields.put("to", call.inbound() ? company.number() : client.number());
        if (event.equals("answer") || !call.inbound()) {
            fields.put("user", agent.known());
        }
        if (event.equals("hangup")) {
            fields.put("cause", call.talk() > 0 ? "normalClearing" : call.inbound() ? "cancel" : "noAnswer");
        }
        return Library.JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static int ring(Scene.Call call) {
        Integer ring = call.ring();
        return ring != null ? ring : call.talk() > 0 ? USUAL_RING : 3 * USUAL_RING;
    }
}

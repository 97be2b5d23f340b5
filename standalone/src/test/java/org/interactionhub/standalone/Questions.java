package org.interactionhub.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One request for every operation of the API, in an order in which each finds what it needs in the shared hub. */
final class Questions {

    private static final String RELATION = "{\"to\":\"%s\",\"relation\":\"employee-of\"}";
    private static final String LIST = "application/octet-stream";

    private static final String PLAN = """
            {"clientId":"%s","channel":"meeting","plannedFor":"%s","subject":"Visit"}""";

    private static final String HANDOVER = """
            {"from":"Oleg","to":"Olga","clients":["%s"]}""";

    private final SharedHub hub;

    Questions(SharedHub hub) {
        this.hub = hub;
    }

    /** A request to a path with names in braces, and what has to be answered. */
    record Line(String method, String path, String contentType, String body, int status) {

        Line(String method, String path, String body, int status) {
            this(method, path, "application/json", body, status);
        }
    }

    List<Line> ofStaff() throws Exception {
        String twin = registers("Twin");
        return List.of(new Line("GET", "/intake/chats/{source}", "", 404),
                post("/api/clients", "{\"kind\":\"prospect\",\"name\":\"Acme\",\"contactPoints\":[]}", 201),
                post("/api/clients/{id}/contact-points", "{\"type\":\"email\",\"value\":\"new@shared.example\"}", 201),
                post("/api/clients/{id}/name", "{\"name\":\"Anna P.\"}", 201),
                post("/api/clients/{id}/owner", "{\"owner\":\"Olga\"}", 201),
                post("/api/previews/merge", "{\"client\":\"%s\",\"other\":\"%s\"}".formatted(client(), twin), 200),
                post("/api/clients/{id}/party", "{\"party\":\"person\",\"city\":\"Kazan\"}", 201),
                post("/api/clients/{id}/relations", RELATION.formatted(twin), 201),
                post("/api/clients/{id}/relations/end", RELATION.formatted(twin), 200),
                post("/api/contact-points/classes",
                        "{\"type\":\"email\",\"value\":\"sales@shared.example\",\"as\":\"shared\"}", 201),
                post("/api/clients/{id}/distinctions", "{\"other\":\"%s\"}".formatted(twin), 201),
                post("/api/clients/{id}/distinctions/withdraw", "{\"other\":\"%s\"}".formatted(twin), 200),
                get("/api/clients/{id}/identity"), get("/api/clients/{id}/members"), get("/api/suggestions"),
                post("/api/previews/undo", "{\"merge\":\"%s\"}".formatted(merge()), 200),
                post("/api/clients/{id}/merges", "{\"other\":\"%s\"}".formatted(twin), 201),
                post("/api/merges/{id}/undo", "{}", 200),
                post("/api/previews/move", "{\"contactPoint\":\"%s\",\"to\":\"%s\"}".formatted(point(), twin), 200),
                post("/api/contact-points/{id}/moves", "{\"to\":\"%s\"}".formatted(client()), 201),
                post("/api/previews/segment",
                        "{\"rule\":{\"field\":\"inbound\",\"op\":\"gte\",\"value\":1}}", 200),
                post("/api/previews/handover", HANDOVER.formatted(twin), 200),
                post("/api/handovers", HANDOVER.formatted(twin), 201), get("/api/handovers"),
                get("/api/handovers/{id}"), post("/api/handovers/{id}/undo", "{}", 200), get("/api/portfolios"),
                get("/api/portfolios/{owner}"),
                new Line("POST", "/api/previews/import", LIST, "name,email\nBoris,boris@list.example\n", 200),
                new Line("POST", "/api/imports", LIST, "name,email\nBoris,boris@list.example\n", 201),
                get("/api/imports"), get("/api/imports/{id}"), get("/api/imports/{id}/rows"),
                post("/api/previews/import-undo", "{\"id\":\"%s\"}".formatted(imported()), 200),
                post("/api/imports/{id}/undo", "{}", 200),
                post("/api/interactions", PLAN.formatted(client(), Instant.now()), 201),
                post("/api/interactions/{id}/outcome", "{\"state\":\"held\"}", 200),
                post("/api/interactions/{id}/decisions", "{\"decision\":\"send offer\"}", 201),
                post("/api/interactions/{id}/notes",
                        "{\"clientId\":\"%s\",\"text\":\"She asked again.\"}".formatted(client()), 201),
                get("/api/receipts/{id}"), get("/api/accounts"),
                post("/api/accounts", "{\"channel\":\"web-form\",\"account\":\"website\",\"office\":\"Kazan\"}", 201),
                get("/api/dead-letters"),
                get("/api/dead-letters/{id}"), get("/api/dead-letters/{id}/raw"),
                post("/api/dead-letters/{id}/redrive", "", 409),
                post("/api/dead-letters/redrive", "{\"channel\":\"phone\"}", 200), get("/api/clients"),
                get("/api/clients/{id}"), get("/api/clients/{id}/timeline"), get("/api/clients/{id}/timeline/stream"),
                get("/api/clients/{id}/timeline/export"),
                get("/api/now"), get("/api/arrivals"), get("/api/changes"), get("/api/interactions/{id}"),
                get("/api/interactions/{id}/original"),
                get("/api/segments"), get("/api/segments/{name}"), get("/api/segments/{name}/members"),
                get("/api/segments/{name}/members/{clientId}/explanation"), get("/api/segment-fields"),
                get("/api/views"), get("/api/views/{name}/rows"),
                post("/api/replays", "{\"projection\":\"timeline\"}", 202), get("/api/replays"),
                get("/api/replays/{id}"), new Line("DELETE", "/api/replays/{id}", "", 200), get("/api/processors"));
    }

    /** The names in a path, of things that are there. */
    Map<String, String> names(String path) throws Exception {
        if (path.startsWith("/intake/")) {
            return Map.of("form", "website", "source", "office");
        }
        return switch (path.split("/")[2]) {
            case "clients" -> Map.of("id", client());
            case "interactions" -> Map.of("id", path.matches(".*(outcome|decisions)") ? plan() : contact());
            case "contact-points" -> Map.of("id", point());
            case "merges" -> Map.of("id", merge());
            case "handovers" -> Map.of("id", handover());
            case "portfolios" -> Map.of("owner", "-");
            case "imports" -> Map.of("id", path.contains("{") ? imported() : "");
            case "receipts" -> Map.of("id", hub.receipt());
            case "views" -> Map.of("name", first("/api/views", "name"));
            case "segments" -> Map.of("name", first("/api/segments", "name"), "clientId", client());
            default -> Map.of("id", path.contains("{") ? first(path.substring(0, path.indexOf("/{")), "id") : "");
        };
    }

    private String registers(String name) throws Exception {
        return hub.outside().says("/api/clients", "{\"name\":\"" + name + "\"}").path("id").asString();
    }

    /** Of two who stand for nobody; the query side knows of it. */
    private String merge() throws Exception {
        String id = hub.outside().says("/api/clients/" + registers("One") + "/merges",
                "{\"other\":\"" + registers("The same") + "\"}").path("id").asString();
        hub.outside().asks("/api/clients?limit=1&atLeast=" + id);
        return id;
    }

    /** The query side knows of it. */
    private String handover() throws Exception {
        JsonNode told = hub.outside().says("/api/handovers", HANDOVER.formatted(registers("Handed over")));
        hub.outside().asks("/api/clients?limit=1&atLeast=" + told.path("position").asLong());
        return told.path("id").asString();
    }

    /** The same one until it is undone; the query side knows of it. */
    private String imported() throws Exception {
        JsonNode imported = hub.outside().says("/api/imports", LIST, "name,email\nVera,vera@list.example\n");
        hub.outside().asks("/api/clients?limit=1&atLeast=" + imported.path("position").asLong());
        return imported.path("id").asString();
    }

    private String client() throws Exception {
        return hub.outside().clientsBy("anna@shared.example").getFirst();
    }

    private String point() throws Exception {
        return hub.outside().asks("/api/clients/" + client()).path("contactPoints").path(0).path("id").asString();
    }

    private String contact() throws Exception {
        return hub.outside().asks("/api/receipts/" + hub.receipt()).path("interactionId").asString();
    }

    /** The plan that was made a moment ago, so the timeline has to be as far as the log. */
    private String plan() throws Exception {
        long head = hub.outside().asks("/api/processors").path("items").valueStream()
                .filter(processor -> processor.path("name").asString().equals("timeline")).findFirst().orElseThrow()
                .path("head").asLong();
        return hub.outside().asks("/api/clients/" + client() + "/timeline?channel=meeting&atLeast=" + head)
                .path("items").path(0).path("interactionId").asString();
    }

    private String first(String list, String name) throws Exception {
        return hub.outside().asks(list).path("items").path(0).path(name).asString();
    }

    private static Line get(String path) {
        return new Line("GET", path, "", 200);
    }

    private static Line post(String path, String body, int status) {
        return new Line("POST", path, body, status);
    }

    static String form(JsonNode fields) {
        return fields.properties().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue().asString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String multipart(JsonNode fields) {
        return fields.properties().stream()
                .map(field -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue().asString() + "\r\n")
                .collect(Collectors.joining()) + "--x--\r\n";
    }
}

package org.interactionhub.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.interactionhub.commands.Told;
import org.interactionhub.events.InteractionReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PlainReportTest {

    /** With every property that the schema has. */
    private static final String FULL = """
            {"reportId":"01a20d6d-5a00-889f-a335-68c8a59ac708","interactionId":"01a20d6d-5a00-8000-8335-68c8a59ac708",
             "kind":"recorded","channel":"web-form","account":"quote","direction":"inbound",
             "occurredAt":"2026-11-24T12:00:00.5Z","conversation":"c1",
             "participants":[{"role":"from","type":"email","value":"anna@acme.example","name":"Анна"},
                             {"role":"to","type":"phone","value":"withheld"}],
             "stated":[{"type":"email","value":"anna@acme.example"},{"type":"phone","value":"+79161234567"},
                       {"type":"chat","value":"telegram:1"},{"type":"cookie","value":"abc"}],
             "subject":"A pump","text":"Добрый день","reply":"Yes","attachments":[
                {"name":"plan.pdf","type":"application/pdf","size":3,
                 "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],
             "attributes":{"fields":{"name":"Анна","n":[1,2.5,true,12345678901234567890,{"a":"b"}]}},
             "reader":{"name":"form","version":1},
             "original":{"contentType":"text/plain","size":0,"bytes":"",
                 "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}
            """;

    private static final List<String> VALUES = List.of("null", "true", "0", "1", "-1", "1.0", "2.5", "1e400",
            "99999999999", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"x\\n\"", "\"\\ud83d\"", "\"\\u0000\"",
            "[]", "{}", "[1]", "[null]", "{\"a\":null}", "{\"type\":\"phone\",\"value\":\"8916\"}", "\"RECORDED\"",
            "\"edited\"", "\"phone\"", "\"email\"", "\"chat\"", "\"cookie\"", "\"Inbound\"", "\"agent\"", "\"meeting\"",
            "\"business\"",
            "\"deal-won\"",
            "\"Anna@acme.example\"", "\"a@b\\n\"", "\"a b@c\"", "\"+79161234567\\n\"", "\"+7\"", "\"telegram:\"",
            "\"01A20D6D-5A00-889F-A335-68C8A59AC708\"", "\"1-2-3-4-5\"", "\"2026-02-30T12:00:00Z\"",
            "\"2026-11-24T24:00:00Z\"", "\"2026-11-24T12:00:60Z\"", "\"2026-11-24T12:00:00+00:00\"",
            "\"2026-11-24T12:00Z\"", "\"2026-11-24T12:00:00.Z\"", "\"2026-11-24T12:00:00,5Z\"",
            "\"2026-11-24T12:00:00.123456789Z\"", "\"+2026-11-24T12:00:00Z\"", "\"2026-11-24T12:00:00Z\\n\"",
            "\"2026-11-24T12:00:0٥Z\"", "\"" + "a".repeat(63) + "\"", "\"" + "a".repeat(64) + "\"",
            "\"" + "a".repeat(65) + "\"", "\"0000-01-01T00:00:00Z\"", "\"2026-11-24T12:00:00.1234567890Z\"", "\"ff\"",
            "\"E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855\"", "\"" + "a".repeat(320) + "\"",
            "\"" + "a".repeat(321) + "\"", "\"" + "\\ud83d\\ude00".repeat(320) + "\"");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ReportFormat format = new ReportFormat(json);

    /** One thing changed somewhere: a property taken away, added, or of another value. */
    record Change(int place, String value, boolean removes) {}

    @Property(tries = 3_000)
    void what_it_reads_the_schema_allows_and_reads_alike(@ForAll("changes") List<Change> changes) {
        JsonNode tree = json.readTree(FULL);
        changes.forEach(change -> apply(tree, change));

        Optional<InteractionReport> report = PlainReport.in(tree);

        report.ifPresent(read -> assertThatCode(() -> assertThat(read).isEqualTo(format.bySchema(tree)))
                .doesNotThrowAnyException());
    }

    @Property(tries = 1)
    void it_reads_what_channels_tell() throws NotAReport {
        List<InteractionReport> reports = List.of(Told.mailFrom("anna@acme.example", "Анна").report(),
                Told.callFrom("+79161234567").report(), Told.mailTo("b@acme.example", "c@acme.example").report(),
                Told.form().stating("anna@acme.example").field("name", "Anna").report());

        for (InteractionReport report : reports) {
            assertThat(PlainReport.in(json.valueToTree(report))).contains(report);
        }
        assertThat(PlainReport.in(json.readTree(FULL))).contains(format.bySchema(json.readTree(FULL)));
    }

    @Property(tries = 1)
    void it_says_nothing_to_a_number_that_no_version_can_be() {
        JsonNode tree = json.readTree(FULL.replace("\"version\":1", "\"version\":99999999999"));

        assertThat(PlainReport.in(tree)).isEmpty();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 200);
        return places.flatMap(place -> Arbitraries.of(VALUES)
                .flatMap(value -> Arbitraries.of(true, false, false, false, false)
                        .map(removes -> new Change(place, value, removes))))
                .list().ofMinSize(1).ofMaxSize(2);
    }

    private void apply(JsonNode tree, Change change) {
        List<Runnable> possible = new ArrayList<>();
        places(tree, json.readTree(change.value()), change.removes(), possible);
        possible.get(change.place() % possible.size()).run();
    }

    private static void places(JsonNode node, JsonNode value, boolean removes, List<Runnable> possible) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                possible.add(removes ? () -> object.remove(name) : () -> object.set(name, value));
                places(object.get(name), value, removes, possible);
            });
            possible.add(() -> object.set("more", value));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int here = index;
                possible.add(removes ? () -> array.remove(here) : () -> array.set(here, value));
                places(array.get(index), value, removes, possible);
            }
            possible.add(() -> array.add(value));
        }
    }
}

package org.interactionhub.benchmarks.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactionhub.benchmarks.conformance.Outcome.Gathering;
import org.interactionhub.readers.Phones;
import tools.jackson.databind.JsonNode;

/** Ways to write a number, each with the country it is written in and the number in E.164. */
record PhoneSpellings(Corpora corpora, String name, String file) implements Source {

    @Override
    public List<Sample> samples() {
        return corpora.json(name, file).valueStream()
                .map(row -> new Sample(row.path("default_region").asString(row.path("region").asString("")) + " "
                        + written(row), () -> read(row)))
                .toList();
    }

    @Override
    public Map<String, String> others() {
        return switch (name) {
            case "phone/libphonenumber-spellings" -> Map.of("e164", "libphonenumber: 78 of 79");
            case "phone/ruby-phone" -> Map.of("e164", "libphonenumber: 98 of 98");
            default -> Map.of();
        };
    }

    private static String written(JsonNode row) {
        return row.path("written").asString(row.path("e164").asString(""));
    }

    private static Outcome read(JsonNode row) {
        Phones phones = new Phones(row.path("default_region").asString("ZZ"));
        String number = row.path("e164").asString("");
        Optional<Phones.Spelled> spelled = phones.spelled(written(row));
        Optional<String> point = phones.canonical(written(row));
        Gathering fields = new Gathering(null)
                .hold("e164", number, spelled.map(Phones.Spelled::e164).orElse(""))
                .hold("nobody-elses", number, point.orElse("nobody"),
                        point.isEmpty() || point.equals(phones.canonical(number)));
        if (row.hasNonNull("extension")) {
            fields.hold("extension", row.path("extension").asString(""),
                    spelled.map(Phones.Spelled::extension).orElse(""));
        }
        return fields.outcome();
    }
}

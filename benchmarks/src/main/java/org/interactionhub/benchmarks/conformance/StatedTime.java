package org.interactionhub.benchmarks.conformance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Times as other readers of mail tell them. */
final class StatedTime {

    private StatedTime() {}

    /** @return empty if the parts make no time, or one before there was mail */
    static Optional<Instant> ofParts(JsonNode time) {
        try {
            int sign = time.path("tz_before_gmt").asBoolean() ? -1 : 1;
            ZoneOffset zone = ZoneOffset.ofHoursMinutes(sign * time.path("tz_hour").asInt(),
                    sign * time.path("tz_minute").asInt());
            return Optional.of(LocalDateTime
                    .of(time.path("year").asInt(), time.path("month").asInt(), time.path("day").asInt(),
                            time.path("hour").asInt(), time.path("minute").asInt(), time.path("second").asInt())
                    .toInstant(zone));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** ISO 8601; without an offset it is in UTC. */
    static Optional<Instant> ofText(String time) {
        try {
            return Optional.of(time.matches(".*([+-]\\d\\d:?\\d\\d|Z)$")
                    ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}

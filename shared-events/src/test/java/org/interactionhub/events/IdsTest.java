package org.interactionhub.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdsTest {

    static Stream<JsonNode> vectors() {
        JsonNode all = JsonMapper.builder().build().readTree(Resource.read("/vectors/ids.json"));
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void an_id_equals_its_published_vector(JsonNode vector) {
        assertThat(derived(vector)).isEqualTo(UUID.fromString(text(vector, "uuid")));
    }

    @Test
    void the_parts_of_an_id_do_not_run_into_each_other() {
        ReportId one = ReportId.of(Channel.PHONE, "office1", "2", null);
        ReportId other = ReportId.of(Channel.PHONE, "office", "12", null);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void ids_of_later_messages_stand_behind_those_of_earlier_ones() {
        ReportId earlier = ReportId.of(Channel.EMAIL, "info", "zzz", Instant.parse("2026-03-02T09:15:00Z"));
        ReportId later = ReportId.of(Channel.EMAIL, "info", "aaa", Instant.parse("2026-03-02T09:15:00.001Z"));

        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void derived_ids_are_version_8_and_fresh_ones_version_7_of_rfc_9562() {
        UUID derived = ContactPoint.find(ContactPoint.Type.EMAIL, "a@b.c").orElseThrow().id().value();
        UUID fresh = ClientId.next(Instant.parse("2026-03-02T09:15:00Z")).value();

        assertThat(derived.version()).isEqualTo(8);
        assertThat(fresh.version()).isEqualTo(7);
        assertThat(derived.variant()).isEqualTo(2);
        assertThat(fresh.variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"email,Anna@acme.example", "email,anna", "phone,8 903 123-45-67", "phone,112", "chat,12345",
            "cookie,''"})
    void a_contact_point_is_canonical_or_it_is_none(String type, String value) {
        assertThat(ContactPoint.find(ContactPoint.Type.of(type), value)).isEmpty();
        assertThatThrownBy(() -> new ContactPoint(ContactPoint.Type.of(type), value))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(" is not a");
    }

    private static UUID derived(JsonNode vector) {
        return switch (text(vector, "of")) {
            case "report" -> ReportId.of(channel(vector), text(vector, "account"), text(vector, "key"), stated(vector))
                    .value();
            case "interaction" -> InteractionId
                    .of(channel(vector), text(vector, "account"), text(vector, "key"), stated(vector)).value();
            case "contact-point" -> new ContactPoint(ContactPoint.Type.of(text(vector, "type")), text(vector, "value"))
                    .id().value();
            case "import" -> ImportId.of(text(vector, "sha256"), vector.required("undone").intValue()).value();
            default -> throw new AssertionError("no id is derived from " + vector);
        };
    }

    private static Channel channel(JsonNode vector) {
        return Channel.of(text(vector, "channel"));
    }

    private static @Nullable Instant stated(JsonNode vector) {
        return vector.has("stated") ? Instant.parse(text(vector, "stated")) : null;
    }

    private static String text(JsonNode node, String property) {
        return node.required(property).stringValue();
    }
}

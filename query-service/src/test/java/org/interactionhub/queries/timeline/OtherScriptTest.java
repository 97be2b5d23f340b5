package org.interactionhub.queries.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherScriptTest {

    @Test
    void names_are_read_as_passports_have_them() {
        assertThat(OtherScript.of("shcherbakova")).contains("щербакова");
        assertThat(OtherScript.of("zhukovskiy")).contains("жуковский");
        assertThat(OtherScript.of("хрущев")).contains("khrushchev");
    }

    @Test
    void a_number_and_a_mixture_have_no_other_script() {
        assertThat(OtherScript.of("2231")).isEmpty();
        assertThat(OtherScript.of("иvanov")).isEmpty();
    }
}

package org.interactionhub.readers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BaseSubjectTest {

    @ParameterizedTest
    @ValueSource(strings = {"Re: Насос 12", "RE: Fwd:  Re: Насос 12", "Re[2]: Насос 12", "Re(3): Насос 12",
            "Re:Re:Насос 12",
            "Ответ: Насос 12", "Отв: Пересл: Насос 12", "AW: WG: Насос 12", "SV: VS: Насос 12", "TR: RE: Насос 12",
            "回复：Насос 12", "[pumps] Re: Насос 12", "Re: [pumps] Насос 12", "Насос 12 (fwd)", "[Fwd: Насос 12]",
            "Re: [Fwd: [Fwd: Насос 12]]", "RE: : Насос 12", "(fwd) Насос 12"})
    void marks_of_answers_and_forwards_are_taken_off(String subject) {
        assertThat(BaseSubject.of(subject)).isEqualTo(new BaseSubject("Насос 12", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Request for a pump", "Ref 12: pump", "[12]", "I: pump", "Review: pump",
            "Ответственный: Анна"})
    void what_only_begins_alike_stays(String subject) {
        assertThat(BaseSubject.of(subject)).isEqualTo(new BaseSubject(subject, false));
    }

    @Test
    void the_name_of_a_list_is_no_part_of_it_and_no_answer() {
        assertThat(BaseSubject.of("[pumps] [acme] Pump 12")).isEqualTo(new BaseSubject("Pump 12", false));
        assertThat(BaseSubject.of("RE: [pumps] Pump  12")).isEqualTo(new BaseSubject("Pump 12", true));
    }
}

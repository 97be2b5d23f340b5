package org.interactionhub.readers.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpellingTest {

    @ParameterizedTest
    @CsvSource({"Иванов,Ivanov", "Дмитрий,Dmitry", "Дмитрий,Dmitriy", "Юлия,Julia", "Алексей,Alexey", "Сергей,Sergei",
            "Хрущёв,Khrushchev", "Соловьёв,Solovyov", "Фёдор,Fyodor", "Наталья,Natalia", "Евгений,Yevgeny", "Цой,Tsoi",
            "Шмидт,Schmidt", "Щукин,Shchukin", "Королёва,Королева", "Müller,Muller", "O’Brien,OBRIEN", "Филипп,Philip"})
    void transliterations_of_a_name_have_one_key(String one, String other) {
        assertThat(Spelling.key(one)).isEqualTo(Spelling.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Иванов,Иванова", "Сергей,Георгий", "Anna,Hanna", "11 Lesnaya,1 Lesnaya"})
    void other_names_have_other_keys(String one, String other) {
        assertThat(Spelling.key(one)).isNotEqualTo(Spelling.key(other));
    }

    @ParameterizedTest
    @CsvSource({"ООО «Ромашка»,Romashka LLC", "Ромашка ООО,Romashka", "Vektor Ltd.,АО Вектор",
            "Общество с ограниченной ответственностью Луч,Luch L.L.C.", "Kraft GmbH & Co. KG,Kraft"})
    void legal_forms_are_set_aside(String one, String other) {
        assertThat(LegalForms.setAside(Spelling.key(one))).isEqualTo(LegalForms.setAside(Spelling.key(other)));
    }

    @Test
    void a_company_that_is_called_like_a_legal_form_keeps_its_name() {
        assertThat(LegalForms.setAside(Spelling.key("Company Ltd"))).isEqualTo(Spelling.key("Company Ltd"));
    }

    @Test
    void slips_of_the_hand_are_counted() {
        assertThat(List.of(Edits.between("mason", "masn"), Edits.between("mason", "maosn"),
                Edits.between("mason", "basin"), Edits.between("", "ab"))).containsExactly(1, 1, 2, 2);
    }

    @ParameterizedTest
    @CsvSource({"Фамилия,SURNAME", "first_name,GIVEN_NAME", "firstName,GIVEN_NAME", "Company name,COMPANY", "ФИО,NAME",
            "soc_sec_id,TAX_NUMBER", "ИНН,TAX_NUMBER", "Почтовый индекс,POSTCODE", "address_2,ADDRESS",
            "street_number,ADDRESS", "E-mail,EMAIL", "Customer e-mail address,EMAIL", "Дата рождения,BIRTH_DATE",
            "customer_id,WORDS", "cuisine,WORDS"})
    void a_header_tells_what_a_column_holds(String header, Kind kind) {
        assertThat(Kind.of(header)).isEqualTo(kind);
    }
}

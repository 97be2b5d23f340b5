package org.interactionhub.readers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.matching.Told.called;

import java.util.Optional;
import org.interactionhub.readers.matching.Evidence.Agreement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortraitsTest {

    @Test
    void a_name_in_two_alphabets_with_company_and_city_is_suggested() {
        Optional<Likeness> found = likeness(called("Пётр Иванов").company("ООО «Ромашка»").city("Казань"),
                called("Petr Ivanov").company("Romashka LLC").city("Kazan"));

        assertThat(found).hasValueSatisfying(likeness -> {
            assertThat(likeness.pro()).containsExactly(
                    new Evidence(Trait.NAME, Agreement.TRANSLITERATED, "Пётр Иванов", "Petr Ivanov"),
                    new Evidence(Trait.COMPANY, Agreement.TRANSLITERATED, "ООО «Ромашка»", "Romashka LLC"),
                    new Evidence(Trait.CITY, Agreement.TRANSLITERATED, "Казань", "Kazan"));
            assertThat(likeness.contra()).isEmpty();
        });
    }

    @Test
    void a_company_is_the_same_in_any_legal_form_and_alphabet() {
        assertThat(likeness(called("ООО «Ромашка»"), called("Romashka LLC")))
                .hasValueSatisfying(likeness -> assertThat(likeness.pro()).containsExactly(
                        new Evidence(Trait.NAME, Agreement.TRANSLITERATED, "ООО «Ромашка»", "Romashka LLC")));
    }

    @Test
    void a_company_of_the_same_name_in_another_city_is_another() {
        assertThat(likeness(called("ООО «Ромашка»").city("Казань"), called("АО «Ромашка»").city("Пермь"))).isEmpty();
    }

    @Test
    void a_name_alone_is_not_enough() {
        assertThat(likeness(called("Пётр Иванов"), called("Пётр Иванов"))).isEmpty();
    }

    @Test
    void namesakes_in_different_cities_are_two() {
        assertThat(likeness(called("Пётр Иванов").city("Казань"), called("Пётр Иванов").city("Пермь"))).isEmpty();
    }

    @Test
    void a_slip_in_the_phone_is_nearly_the_same_and_enough_with_the_name() {
        assertThat(likeness(called("Анна Петрова").phone("+79161234567"), called("Петрова Анна").phone("+79161235467")))
                .hasValueSatisfying(likeness -> assertThat(likeness.pro()).containsExactly(
                        new Evidence(Trait.NAME, Agreement.SAME, "Анна Петрова", "Петрова Анна"),
                        new Evidence(Trait.PHONE, Agreement.NEARLY, "+79161234567", "+79161235467")));
    }

    @Test
    void neighbouring_numbers_of_strangers_say_nothing() {
        assertThat(likeness(called("Анна Петрова").phone("+79161234567"), called("Олег Сидоров").phone("+79161234568")))
                .isEmpty();
        assertThat(likeness(called("+79161234567").phone("+79161234567"), called("+79161234568").phone("+79161234568")))
                .isEmpty();
    }

    @Test
    void a_tax_number_outweighs_a_name_and_a_city_that_differ_and_both_are_said() {
        assertThat(likeness(called("ООО «Ромашка»").tax("1655 123456").city("Казань"),
                called("Торговый дом Ромашка-Опт").tax("1655123456").city("Москва")))
                .hasValueSatisfying(likeness -> {
                    assertThat(likeness.pro()).contains(
                            new Evidence(Trait.TAX_NUMBER, Agreement.SAME, "1655 123456", "1655123456"));
                    assertThat(likeness.contra()).contains(
                            new Evidence(Trait.CITY, Agreement.DIFFERENT, "Казань", "Москва"));
                });
    }

    @Test
    void different_tax_numbers_part_companies_of_one_name() {
        assertThat(likeness(called("ООО «Ромашка»").tax("1655123456"), called("ООО «Ромашка»").tax("7701987654")))
                .isEmpty();
    }

    @Test
    void an_address_elsewhere_with_the_same_beginning_is_enough_with_the_name() {
        assertThat(likeness(called("Анна Петрова").mail("anna.petrova@mail.ru"),
                called("Anna Petrova").mail("annapetrova@gmail.com")))
                .hasValueSatisfying(likeness -> assertThat(likeness.pro()).contains(new Evidence(Trait.LOGIN,
                        Agreement.SAME, "anna.petrova@mail.ru", "annapetrova@gmail.com")));
    }

    @Test
    void numbers_in_addresses_tell_people_apart_and_mailboxes_of_many_say_nothing() {
        assertThat(
                likeness(called("Анна").mail("client101@acme.example"), called("Анна").mail("client102@acme.example")))
                .isEmpty();
        assertThat(likeness(called("Анна").mail("zakaz@acme.example"), called("Анна").mail("zakaz@other.example")))
                .isEmpty();
    }

    @Test
    void where_anybody_can_have_an_address_nobody_works() {
        assertThat(likeness(called("Анна Петрова").mail("ann1@mail.ru"), called("Анна Петрова").mail("pet2@mail.ru")))
                .isEmpty();
        assertThat(likeness(called("Анна Петрова").mail("ann1@acme.example"),
                called("Анна Петрова").mail("pet2@acme.example"))).isPresent();
    }

    @Test
    void a_company_and_its_domain_are_told_once() {
        assertThat(likeness(called("Анна").company("Ромашка").mail("ann1@romashka.example"),
                called("Анна").company("Ромашка").mail("pet2@romashka.example"))).isEmpty();
    }

    @Test
    void what_many_have_is_worth_less() {
        Portrait one = called("Пётр Иванов").city("Москва").portrait();
        Portrait other = called("Иванов Пётр").city("Москва").portrait();

        assertThat(one.to(other, _ -> Commonness.RARE).isEnough()).isTrue();
        assertThat(one.to(other, _ -> Commonness.COMMON).isEnough()).isFalse();
    }

    private static Optional<Likeness> likeness(Told one, Told other) {
        return Optional.of(one.portrait().to(other.portrait(), _ -> Commonness.RARE)).filter(Likeness::isEnough);
    }
}

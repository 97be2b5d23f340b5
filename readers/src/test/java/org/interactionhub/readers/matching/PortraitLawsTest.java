package org.interactionhub.readers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interactionhub.readers.matching.Told.called;

import java.util.Collections;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PortraitLawsTest {

    /** Whoever resembles somebody is found by what they have in common, and resembles her as much the other way round. */
    @Property(tries = 500)
    void who_resembles_another_is_met(@ForAll("people") Told one, @ForAll("people") Told other) {
        Portrait first = one.portrait();
        Portrait second = other.portrait();
        Likeness there = first.to(second, _ -> Commonness.RARE);

        assertThat(second.to(first, _ -> Commonness.RARE).score()).isEqualTo(there.score());
        if (there.isEnough()) {
            assertThat(Collections.disjoint(first.marks(), second.marks())).isFalse();
        }
    }

    @Provide
    Arbitrary<Told> people() {
        return Combinators.combine(
                Arbitraries.of("Пётр Иванов", "Petr Ivanov", "Иванов", "Анна Петрова", "Петрова Анна Ильинична",
                        "ООО «Ромашка»", "Romashka LLC"),
                Arbitraries.of("", "Ромашка", "Romashka", "Вектор"), Arbitraries.of("", "Казань", "Kazan", "Пермь"),
                Arbitraries.of("", "+79161234567", "+79161235467", "+79161234568"),
                Arbitraries.of("", "p.ivanov@mail.ru", "pivanov@acme.example", "anna@acme.example"),
                Arbitraries.of("", "1655123456", "7701987654"))
                .as((name, company, city, phone, mail, tax) -> called(name).company(company).city(city).phone(phone)
                        .mail(mail).tax(tax));
    }
}

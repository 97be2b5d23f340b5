package org.interactionhub.readers.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingTest {

    private final Matching matching = new Matching("RU");

    @Test
    void a_list_of_clients_gives_its_twins_and_no_others() throws Exception {
        List<Pair> pairs = matching.suggest(ClientList.read(sample("clients.csv")));

        assertThat(pairs).extracting(pair -> pair.row() + " " + pair.other())
                .containsExactlyInAnyOrder("k-1 k-2", "k-3 k-4", "k-5 k-6", "k-7 k-8");
        assertThat(pairs).extracting(Pair::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void a_name_is_the_same_in_either_alphabet() throws NotAList {
        Pair pair = only("""
                Фамилия,Имя,Город
                Иванов,Юрий,Казань
                Ivanov,Yuri,Kazan
                """);

        assertThat(pair.pro()).containsExactly("same surname: Иванов / Ivanov", "same given name: Юрий / Yuri",
                "same city: Казань / Kazan");
        assertThat(pair.contra()).isEmpty();
    }

    @Test
    void the_legal_form_of_a_company_does_not_count() throws NotAList {
        Pair pair = only("""
                company;city
                ООО «Ромашка»;Пермь
                Romashka LLC;Perm
                """);

        assertThat(pair.pro()).contains("same company: ООО «Ромашка» / Romashka LLC");
    }

    @Test
    void one_wrong_digit_of_a_phone_does_not_part_namesakes() throws NotAList {
        Pair pair = only("""
                name,phone
                Anna Petrova,+7 903 765-43-21
                Anna Petrova,8 (903) 765-34-21
                """);

        assertThat(pair.pro()).contains("phone nearly the same: +7 903 765-43-21 / 8 (903) 765-34-21");
    }

    @Test
    void the_same_tax_number_is_enough_though_the_city_differs() throws NotAList {
        Pair pair = only("""
                Наименование,ИНН,Город
                Луч,5902030405,Пермь
                Свет и тепло,5902030405,Омск
                Вектор,7702030407,Омск
                """);

        assertThat(pair.pro()).containsExactly("same tax number 5902030405");
        assertThat(pair.contra()).containsExactly("name differs: Луч / Свет и тепло", "city differs: Пермь / Омск");
    }

    @Test
    void namesakes_in_different_cities_are_not_suggested() throws NotAList {
        assertThat(suggest("""
                surname,given name,city
                Ivanov,Yuri,Kazan
                Ivanov,Yuri,Omsk
                """)).isEmpty();
    }

    @Test
    void a_common_name_says_less_than_a_rare_one() throws NotAList {
        StringBuilder list = new StringBuilder("name,city\n");
        for (int i = 0; i < 30; i++) {
            list.append("Ivan Smirnov,").append(i % 2 == 0 ? "Omsk" : "Perm").append('\n');
        }
        list.append("Lukian Vorobeichik,Omsk\nLukian Vorobeichik,Omsk\n");

        assertThat(suggest(list.toString())).singleElement().satisfies(pair -> assertThat(pair.pro())
                .containsExactly("same name Lukian Vorobeichik", "same city Omsk"));
    }

    @Test
    void surname_and_given_name_may_have_changed_places() throws NotAList {
        Pair pair = only("""
                surname,given name,birth date
                Petrova,Anna,01.02.1980
                Anna,Petrova,1980-02-01
                """);

        assertThat(pair.pro()).contains("surname and given name swapped: Petrova, Anna / Anna, Petrova",
                "same birth date: 01.02.1980 / 1980-02-01");
    }

    @Test
    void what_differs_is_said() throws NotAList {
        Pair pair = only("""
                name,birth date,phone
                Maria Lindqvist,1980-02-01,+7 903 765-43-21
                Maria Lindqvist,1975-11-23,+7 903 765-43-21
                """);

        assertThat(pair.contra()).containsExactly("birth date differs: 1980-02-01 / 1975-11-23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,city\nLuch,Perm\nLuch,Perm\n", "name;city\r\nLuch;Perm\r\nLuch;Perm",
            "name\tcity\nLuch\tPerm\nLuch\tPerm\n", "\uFEFFname,city\n\n \"Luch\" , Perm \nLuch,Perm,more\n"})
    void lists_come_with_commas_semicolons_or_tabs_and_blanks(String csv) throws NotAList {
        assertThat(only(csv).pro()).containsExactly("same name Luch", "same city Perm");
    }

    @Test
    void rows_are_counted_from_one_where_ids_are_missing_or_repeated() throws NotAList {
        assertThat(only("name,city\nLuch,Perm\nLuch,Perm\n")).extracting(Pair::row, Pair::other)
                .containsExactly("1", "2");
        assertThat(only("id,name,city\n7,Luch,Perm\n7,Luch,Perm\n")).extracting(Pair::row, Pair::other)
                .containsExactly("1", "2");
        assertThat(only("name,city,id\nLuch,Perm,7\nLuch,Perm,8\n")).extracting(Pair::row, Pair::other)
                .containsExactly("7", "8");
    }

    @Test
    void what_very_many_rows_share_brings_nobody_together() throws NotAList {
        String row = "Anna Petrova,+7 495 123-45-67\n";

        assertThat(suggest("name,phone\n" + row.repeat(6))).hasSize(6 * 5 / 2);
        assertThat(suggest("name,phone\n" + row.repeat(Blocks.MOST_IN_A_BLOCK + 1))).isEmpty();
    }

    @Test
    void what_is_no_list_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> suggest(" \n")).hasMessage("The list is empty.");
        assertThatThrownBy(() -> suggest("name,city\n")).hasMessage("The list has a header and no rows.");
        assertThatThrownBy(() -> suggest("Luch,Perm\nLuch,Perm\n")).isInstanceOf(NotAList.class)
                .hasMessageContaining("no header");
    }

    private Pair only(String csv) throws NotAList {
        List<Pair> pairs = suggest(csv);
        assertThat(pairs).hasSize(1);
        return pairs.getFirst();
    }

    private List<Pair> suggest(String csv) throws NotAList {
        return matching.suggest(ClientList.read(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream file = MatchingTest.class.getResourceAsStream("/matching/" + name)) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}

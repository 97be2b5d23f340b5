package org.interactionhub.readers.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.readers.listing.Lists.csv;
import static org.interactionhub.readers.listing.Lists.read;
import static org.interactionhub.readers.listing.Lists.sample;

import java.util.List;
import org.interactionhub.events.ClientEvent.Kind;
import org.interactionhub.events.ContactPoint;
import org.interactionhub.events.ImportEvent.Remark;
import org.interactionhub.events.Party;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.matching.NotAList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowReaderTest {

    @Test
    void a_row_becomes_a_client_and_what_has_no_place_of_its_own_a_note() throws NotAList {
        ListedClient anna = read(sample("clients-1251.csv")).getFirst();

        assertThat(anna).isEqualTo(new ListedClient(2, "Петрова Анна Сергеевна", Kind.CLIENT,
                List.of(phone("+79161234567"), mail("anna.petrova@romashka.example")),
                new Particulars(null, "7701234567", "Казань"), "Ирина Соколова", "Организация: ООО «Ромашка»",
                List.of()));
    }

    @Test
    void a_cell_may_hold_several_numbers_and_an_extension_is_no_number() throws NotAList {
        ListedClient ivanov = read(sample("clients-1251.csv")).get(1);

        assertThat(ivanov.contactPoints()).containsExactly(phone("+79031112233"), phone("+74957654321"));
        assertThat(ivanov.kind()).isEqualTo(Kind.PROSPECT);
        assertThat(ivanov.remarks()).isEmpty();
    }

    @Test
    void whoever_has_no_name_goes_by_her_company() throws NotAList {
        ListedClient sever = read(sample("clients-1251.csv")).get(2);

        assertThat(sever.name()).isEqualTo("ООО «Север»");
        assertThat(sever.kind()).isEqualTo(Kind.PARTNER);
        assertThat(sever.particulars()).isEqualTo(new Particulars(Party.ORGANISATION, "7809876543", null));
        assertThat(sever.note()).isNull();
    }

    @Test
    void what_is_no_tax_number_and_no_city_is_kept_as_a_note() throws NotAList {
        ListedClient anna = read(csv("name,email,city,tax number", "Anna,a@b.c," + "x".repeat(201) + ",unknown!"))
                .getFirst();

        assertThat(anna.particulars()).isEqualTo(Particulars.NONE);
        assertThat(anna.note()).isEqualTo("city: " + "x".repeat(201) + "\ntax number: unknown!");
    }

    @Test
    void a_number_that_a_spreadsheet_rounded_is_no_number() throws NotAList {
        ListedClient nobody = read(sample("clients-1251.csv")).get(3);

        assertThat(nobody.isRefused()).isTrue();
        assertThat(nobody.remarks()).first().isEqualTo(new Remark(Remark.Kind.ROUNDED, "7,90E+10"));
    }

    @Test
    void a_row_without_any_address_is_refused_in_sentences() throws NotAList {
        ListedClient nobody = read(sample("clients-1251.csv")).get(4);

        assertThat(nobody.isRefused()).isTrue();
        assertThat(nobody.remarks()).extracting(Remark::sentence).containsExactly(
                "'12' is no phone number such as +7 495 123-45-67 and was left out.",
                "'кто-то' is no mail address such as anna@acme.example and was left out.",
                "The row has no mail address and no phone number that could be taken: nobody could tell her from others of"
                        + " her name.");
    }

    @Test
    void a_row_with_one_bad_address_is_taken_with_what_is_good() throws NotAList {
        ListedClient anna = read(csv("name,phone,email", "Anna,abc,Anna <anna@acme.example>")).getFirst();

        assertThat(anna.isRefused()).isFalse();
        assertThat(anna.contactPoints()).containsExactly(mail("anna@acme.example"));
        assertThat(anna.remarks()).containsExactly(new Remark(Remark.Kind.NO_PHONE, "abc"));
    }

    @ParameterizedTest
    @CsvSource({"79161234567", "9161234567", "8-916-123-45-67", "+7 (916) 123 45 67", "007 916 1234567",
            "tel:+79161234567"})
    void a_number_is_known_however_a_spreadsheet_spelt_it(String typed) throws NotAList {
        ListedClient anna = read(csv("name,phone", "Anna," + typed)).getFirst();

        assertThat(anna.contactPoints()).containsExactly(phone("+79161234567"));
    }

    @ParameterizedTest
    @CsvSource({"Петрова,Анна,Сергеевна,Петрова Анна Сергеевна", "Smith,John,,John Smith"})
    void a_name_in_parts_is_put_together_as_its_language_does(String surname, String given, String patronymic,
            String whole) throws NotAList {
        ListedClient named = read(csv("surname,first name,patronymic,email",
                surname + "," + given + "," + (patronymic == null ? "" : patronymic) + ",a@b.c")).getFirst();

        assertThat(named.name()).isEqualTo(whole);
    }

    @Test
    void a_column_means_what_somebody_says_it_means() throws NotAList {
        ListFile list = ListFile.read(csv("x,y,z", "Anna,a@b.c,secret"));
        Mapping mapping = Mapping.of(List.of("name", "email", ""), list.header());

        ListedClient anna = new RowReader(list.header(), mapping, new Phones("RU")).read(list.lines().getFirst());

        assertThat(anna.name()).isEqualTo("Anna");
        assertThat(anna.contactPoints()).containsExactly(mail("a@b.c"));
        assertThat(anna.note()).isNull();
    }

    @Test
    void a_list_without_addresses_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> Mapping.of(List.of(), List.of("name", "city"))).isInstanceOf(NotAList.class)
                .hasMessageContaining("No column holds mail addresses or phone numbers");
    }

    @Test
    void two_columns_cannot_both_be_the_name() {
        assertThatThrownBy(() -> Mapping.of(List.of("name", "name", "email"), List.of("a", "b", "c")))
                .isInstanceOf(NotAList.class).hasMessageContaining("Two columns hold 'name'");
    }

    @Test
    void of_two_columns_that_sound_like_a_name_the_first_is_proposed() {
        Mapping proposed = Mapping.proposedFor(List.of("Клиент", "Контактное лицо", "Телефон", "Телефон 2"));

        assertThat(proposed.fields()).extracting(field -> field.orElseThrow()).containsExactly(Field.NAME, Field.NOTE,
                Field.PHONE, Field.PHONE);
    }

    private static ContactPoint phone(String value) {
        return new ContactPoint(ContactPoint.Type.PHONE, value);
    }

    private static ContactPoint mail(String value) {
        return new ContactPoint(ContactPoint.Type.EMAIL, value);
    }
}

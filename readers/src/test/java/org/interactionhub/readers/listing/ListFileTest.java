package org.interactionhub.readers.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.interactionhub.readers.listing.Lists.csv;
import static org.interactionhub.readers.listing.Lists.sample;
import static org.interactionhub.readers.listing.Lists.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interactionhub.readers.matching.NotAList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListFileTest {

    @Test
    void a_list_saved_by_an_old_russian_spreadsheet_is_read_with_its_letters() throws NotAList {
        ListFile list = ListFile.read(sample("clients-1251.csv"));

        assertThat(list.header()).startsWith("ФИО", "Организация", "Телефон");
        assertThat(list.lines().getFirst().cells()).startsWith("Петрова Анна Сергеевна", "ООО «Ромашка»");
    }

    @Test
    void unicode_text_of_a_spreadsheet_is_read_with_its_letters() throws NotAList {
        ListFile list = ListFile.read("\uFEFFИмя\tТелефон\nАнна\t+79161234567".getBytes(StandardCharsets.UTF_16LE));

        assertThat(list).isEqualTo(new ListFile(List.of("Имя", "Телефон"),
                List.of(new ListFile.Line(2, List.of("Анна", "+79161234567")))));
    }

    @Test
    void numbers_of_a_workbook_keep_all_their_digits_and_dates_are_dates() throws NotAList {
        ListFile list = ListFile.read(workbook(sheet -> {
            sheet.value(0, 0, "Телефон");
            sheet.value(0, 1, "ИНН");
            sheet.value(0, 2, "День рождения");
            sheet.value(2, 0, 79161234567L);
            sheet.value(2, 1, 7701234L);
            sheet.style(2, 1).format("0000000000").set();
            sheet.value(2, 2, LocalDate.of(1980, 5, 17));
            sheet.style(2, 2).format("yyyy-mm-dd").set();
        }));

        assertThat(list.lines())
                .containsExactly(new ListFile.Line(3, List.of("79161234567", "0007701234", "17.05.1980")));
    }

    @Test
    void cards_of_all_versions_are_rows() throws NotAList {
        ListFile list = ListFile.read(sample("contacts.vcf"));

        assertThat(list.lines()).containsExactly(
                new ListFile.Line(1,
                        List.of("Анна Петрова", "", "+7 916 123-45-67\n84957654321", "anna@romashka.example", "", "")),
                new ListFile.Line(2,
                        List.of("John Smith", "Harbour Malt, Sales", "+44 20 7946 0958", "John@harbour.example",
                                "London", "Likes to be called, not written to.")),
                new ListFile.Line(3, List.of("Мария Кузнецова", "", "+7-903-111-22-33", "", "", "")));
    }

    @Test
    void the_first_city_of_a_card_is_hers_and_the_others_are_noted() throws NotAList {
        ListFile list = ListFile.read("""
                BEGIN:VCARD
                VERSION:3.0
                FN:Anna
                ADR;TYPE=home:;;;;;;Russia
                ADR;TYPE=work:;;Lenina 1;Kazan;;;
                ADR;TYPE=home:;;Mira 2;Moscow;;;
                NOTE:Likes pumps
                END:VCARD
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(list.lines().getFirst().cells()).containsExactly("Anna", "", "", "", "Kazan",
                "Likes pumps\nMoscow");
    }

    @Test
    void a_list_that_begins_with_a_client_has_letters_for_a_header() throws NotAList {
        ListFile list = ListFile.read(csv("Anna,anna@acme.example", "John,john@acme.example"));

        assertThat(list.header()).containsExactly("A", "B");
        assertThat(list.lines()).extracting(ListFile.Line::row).containsExactly(1, 2);
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_counts_them() throws NotAList {
        ListFile list = ListFile.read(csv("name,email", "", "Anna,\"a@b.c\nd@e.f\"", "John,j@b.c"));

        assertThat(list.lines()).extracting(ListFile.Line::row).containsExactly(3, 4);
    }

    @Test
    void a_workbook_that_unpacks_to_more_than_a_list_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertThatThrownBy(() -> ListFile.read(bytes.toByteArray())).isInstanceOf(NotAList.class)
                .hasMessageContaining("far larger than a list of clients");
    }

    @Test
    void a_workbook_of_long_ago_is_refused_with_what_to_do() {
        byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

        assertThatThrownBy(() -> ListFile.read(xls)).isInstanceOf(NotAList.class)
                .hasMessageContaining("Save it as .xlsx");
    }

    @Test
    void a_zip_that_is_no_workbook_is_refused() {
        assertThatThrownBy(() -> ListFile.read(new byte[]{'P', 'K', 3, 4, 0, 0})).isInstanceOf(NotAList.class)
                .hasMessageContaining("no workbook");
    }

    @Test
    void an_endless_list_is_refused() {
        String rows = "a@b.c\n".repeat(ListFile.MOST_ROWS + 1);

        assertThatThrownBy(() -> ListFile.read(csv("email", rows))).isInstanceOf(NotAList.class)
                .hasMessageContaining("Take it in parts");
    }

    @Test
    void nothing_is_no_list() {
        assertThatThrownBy(() -> ListFile.read(new byte[0])).isInstanceOf(NotAList.class)
                .hasMessage("The list is empty.");
    }
}

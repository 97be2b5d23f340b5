package org.interactionhub.readers.listing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.interactionhub.readers.Phones;
import org.interactionhub.readers.matching.NotAList;

/** Lists of clients, in the words of tests. */
final class Lists {

    private Lists() {}

    static byte[] sample(String name) {
        try (var in = Lists.class.getResourceAsStream("/listing/" + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] workbook(Consumer<Worksheet> filled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("empty");
            filled.accept(workbook.newWorksheet("clients"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As its header says. */
    static List<ListedClient> read(byte[] bytes) throws NotAList {
        ListFile list = ListFile.read(bytes);
        RowReader reader = new RowReader(list.header(), Mapping.of(List.of(), list.header()), new Phones("RU"));
        return list.lines().stream().map(reader::read).toList();
    }
}

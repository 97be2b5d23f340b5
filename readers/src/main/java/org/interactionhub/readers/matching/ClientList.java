package org.interactionhub.readers.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A list of people or companies, one in a row. A row is called by what its id column says, if every row says something
 * else there, or by its number, the first one after the header being 1.
 */
public final class ClientList {

    /** Not read as anything else, and compared with nothing: it names the row and not the client. */
    private static final Set<String> ID_COLUMNS = Set.of("rec id", "unique id", "id");

    private static final int MOST_ROWS = 200_000;

    private final List<String> columns;
    private final List<List<String>> rows;
    private final List<String> names;

    private ClientList(List<String> columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
        this.names = IntStream.range(0, columns.size()).filter(this::isId).mapToObj(this::values)
                .filter(ClientList::areNames).findFirst()
                .orElseGet(() -> IntStream.rangeClosed(1, rows.size()).mapToObj(Integer::toString).toList());
    }

    /**
     * Reads CSV with a header: commas, semicolons or tabs, whichever the header has most of; UTF-8, UTF-16 or what it seems
     * to be otherwise.
     */
    public static ClientList read(byte[] csv) throws NotAList {
        List<List<String>> records = CsvRow.read(csv).stream().map(CsvRow::cells).toList();
        if (records.isEmpty()) {
            throw new NotAList("The list is empty.");
        }
        List<String> header = records.getFirst();
        if (header.stream().allMatch(name -> Kind.of(name) == Kind.WORDS)) {
            throw new NotAList(
                    "The list has no header that tells what it holds: a column called name, company, phone or the like.");
        }
        if (records.size() == 1) {
            throw new NotAList("The list has a header and no rows.");
        }
        if (records.size() > MOST_ROWS + 1) {
            throw new NotAList("The list has more than " + MOST_ROWS + " rows; take it in parts.");
        }
        return new ClientList(header,
                records.subList(1, records.size()).stream().map(row -> asWide(row, header.size())).toList());
    }

    private static List<String> asWide(List<String> row, int columns) {
        List<String> fields = new ArrayList<>(row.subList(0, Math.min(row.size(), columns)));
        while (fields.size() < columns) {
            fields.add("");
        }
        return List.copyOf(fields);
    }

    private static boolean areNames(List<String> ids) {
        return ids.stream().noneMatch(String::isEmpty) && new HashSet<>(ids).size() == ids.size();
    }

    public int size() {
        return rows.size();
    }

    /** As the header has them. */
    List<String> columns() {
        return columns;
    }

    boolean isId(int column) {
        return ID_COLUMNS.contains(Kind.plain(columns.get(column)));
    }

    /** One for each row, empty where it has none. */
    List<String> values(int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    /** @param row counted from 0 */
    String nameOf(int row) {
        return names.get(row);
    }
}

package org.interactionhub.readers.listing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactionhub.readers.matching.NotAList;

/**
 * What the columns of a list are taken for.
 *
 * @param fields one for each column, nothing where it is passed over
 */
public record Mapping(List<Optional<Field>> fields) {

    public Mapping {
        fields = List.copyOf(fields);
    }

    /** What the header says; of what a client has one of, the first column counts and the others are kept as notes. */
    public static Mapping proposedFor(List<String> header) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        List<Optional<Field>> fields = new ArrayList<>();
        for (String column : header) {
            Optional<Field> field = Field.of(column);
            fields.add(field.map(found -> taken.add(found) || found.mayRepeat() ? found : Field.NOTE));
        }
        return new Mapping(fields);
    }

    /**
     * What somebody chose.
     *
     * @param chosen a field for each column, blank where it is passed over; the header's proposal if it is empty
     * @throws NotAList if the list cannot be read so
     */
    public static Mapping of(List<String> chosen, List<String> header) throws NotAList {
        Mapping mapping = chosen.isEmpty() ? proposedFor(header) : new Mapping(fields(chosen, header));
        mapping.require();
        return mapping;
    }

    private static List<Optional<Field>> fields(List<String> chosen, List<String> header) throws NotAList {
        if (chosen.size() != header.size()) {
            throw new NotAList("The list has " + header.size() + " columns; " + chosen.size()
                    + " are told what they hold. Say it of each in their order, and nothing of one that is passed over.");
        }
        List<Optional<Field>> fields = new ArrayList<>();
        for (String choice : chosen) {
            Optional<Field> field = Field.find(choice.strip());
            if (field.isEmpty() && !choice.isBlank()) {
                throw new NotAList("A column cannot hold '" + choice + "'; known are "
                        + Stream.of(Field.values()).map(Field::value).collect(Collectors.joining(", ")) + ".");
            }
            fields.add(field);
        }
        return fields;
    }

    private void require() throws NotAList {
        for (Field field : Field.values()) {
            long columns = fields.stream().filter(found -> found.equals(Optional.of(field))).count();
            if (columns > 1 && !field.mayRepeat()) {
                throw new NotAList("Two columns hold '" + field.value()
                        + "', and a client has one of it. Make one of them a note.");
            }
        }
        if (fields.stream().noneMatch(found -> found.equals(Optional.of(Field.PHONE))
                || found.equals(Optional.of(Field.EMAIL)))) {
            throw new NotAList(
                    "No column holds mail addresses or phone numbers. Say which one does: by them a client is"
                            + " known again.");
        }
    }
}

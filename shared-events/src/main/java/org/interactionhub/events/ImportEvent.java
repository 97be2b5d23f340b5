package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be true about the import of a list of clients. The stream is the import's id; what followed for
 * clients and contact points stands in theirs, with the import as its cause.
 */
public sealed interface ImportEvent extends HubEvent {

    ImportId importId();

    /** What became of a row. */
    enum Verdict {
        /** nobody was known under any of its contact points: it registered a client */
        NEW,
        /** its contact points are one client's, who got those that were nobody's */
        KNOWN,
        /** the same as {@link #KNOWN}, and an earlier row of the list is about her as well */
        REPEATED,
        /** its contact points are several clients': nothing follows until a person decides who is who */
        CONFLICT,
        /** it tells of nobody who could be known again */
        REFUSED;

        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if {@code value} is no verdict */
        @JsonCreator
        public static Verdict of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Something in a row that was not taken as it stands.
     *
     * @param value what stands there, empty if nothing does
     */
    record Remark(Kind kind, String value) {

        /** What is wrong with it. */
        public enum Kind {
            NO_EMAIL("'%s' is no mail address such as anna@acme.example and was left out"), NO_PHONE(
                    "'%s' is no phone number such as +7 495 123-45-67 and was left out"), ROUNDED(
                            "'%s' is a number whose last digits a spreadsheet rounded away; make the column text and save the list again"), NO_KIND(
                                    "'%s' is no kind of client (prospect, client, partner, employee); she is taken as a client"), LONG_NAME(
                                            "The name has more than 200 characters: '%s'"), TOO_MANY_POINTS(
                                                    "The row has more than 50 contact points%s"), NO_CONTACT_POINT(
                                                            "The row has no mail address and no phone number that could be taken: nobody could tell her from others of her name%s");

            @SuppressWarnings("ImmutableEnumChecker") // a text
            private final String sentence;

            Kind(String sentence) {
                this.sentence = sentence;
            }

            @JsonValue
            public String value() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }

            /** @throws IllegalArgumentException if {@code value} is no kind of remark */
            @JsonCreator
            public static Kind of(String value) {
                return valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
            }
        }

        /** For whoever reads English. */
        public String sentence() {
            return kind.sentence.formatted(value) + ".";
        }
    }

    /**
     * What a column of the list was taken for.
     *
     * @param header as the list has it
     * @param field such as {@code phone}; null if the column was passed over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(String header, @Nullable String field) {}

    /**
     * One row of the list and what became of it.
     *
     * @param row its number as a spreadsheet counts, the first of all being 1
     * @param name as the list calls her, empty if it does not
     * @param clients whom it is about: one, several if they are in conflict, nobody if it was refused
     * @param sameAs an earlier row about the same client, null if there is none
     * @param linked the contact points that became hers by this row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(int row, String name, Verdict verdict, List<ClientId> clients, @Nullable Integer sameAs,
            List<ContactPoint> linked, List<Remark> remarks) {
        @SuppressWarnings("ConstantValue") // Jackson passes null for an absent list
        public Row {
            clients = clients == null ? List.of() : List.copyOf(clients);
            linked = linked == null ? List.of() : List.copyOf(linked);
            remarks = remarks == null ? List.of() : List.copyOf(remarks);
        }
    }

    /**
     * A list is taken in. Its rows follow in portions; it is whole when there are as many of them as it has rows.
     *
     * @param file how it was called
     * @param sha256 of its bytes, in hexadecimal
     * @param source where it comes from, in the words of whoever imports it; null if she said nothing
     * @param rows how many it has
     */
    @Named("import-begun/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportBegun(ImportId importId, String file, String sha256, @Nullable String source, int rows,
            List<Column> columns) implements ImportEvent {
        public ImportBegun {
            columns = List.copyOf(columns);
        }
    }

    /** The next rows of the list, in its order. */
    @Named("rows-imported/1")
    record RowsImported(ImportId importId, List<Row> rows) implements ImportEvent {
        public RowsImported {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The import is taken back: the clients whom it registered are withdrawn and the contact points that it linked are
     * nobody's again, each unless somebody dealt with her, or came through it, since.
     *
     * @param reason in the words of whoever decided it, null if she gave none
     */
    @Named("import-undone/1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportUndone(ImportId importId, @Nullable String reason) implements ImportEvent {}
}

package org.interactionhub.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one import of a list: the same list is imported under the same id until that import is undone. */
public record ImportId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImportId {}

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    /**
     * @param sha256 of the bytes of the list, in hexadecimal
     * @param undone how many imports of the same list were undone before
     */
    public static ImportId of(String sha256, int undone) {
        return new ImportId(DerivedUuid.of(null, "import", sha256, Integer.toString(undone)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.interactionhub.commands.imports;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.ImportId;
import org.springframework.http.HttpStatus;

/** A list cannot be imported so, or an import not be taken back. */
final class ImportRefused extends Refusal {

    static final int LONGEST_WORDS = 2_000;
    static final int LONGEST_NAME = 200;

    private static final long serialVersionUID = 1L;

    private ImportRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static ImportRefused noList(String sentence) {
        return new ImportRefused(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
    }

    static ImportRefused otherwiseMapped(ImportId id) {
        return new ImportRefused(HttpStatus.CONFLICT, "This list was imported with other columns before, as " + id
                + ". Undo that import first, or import it as it was.");
    }

    static ImportRefused undoneMeanwhile(ImportId id) {
        return new ImportRefused(HttpStatus.CONFLICT, "The import " + id + " was undone while it was under way.");
    }

    static ImportRefused unknown(String id) {
        return new ImportRefused(HttpStatus.NOT_FOUND, "There is no import '" + id + "'.");
    }

    static ImportRefused wordy() {
        return new ImportRefused(HttpStatus.BAD_REQUEST, "'file' and 'source' are said in at most " + LONGEST_NAME
                + " characters, and a reason in at most " + LONGEST_WORDS + ".");
    }
}

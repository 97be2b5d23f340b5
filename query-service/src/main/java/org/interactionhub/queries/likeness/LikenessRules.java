package org.interactionhub.queries.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.interactionhub.events.ReportedOriginal;
import org.interactionhub.readers.matching.Portraits;

/**
 * By what the pairs are made.
 *
 * @param tables      their definition
 * @param fingerprint another one as soon as the same history may give other pairs, or other tables
 */
record LikenessRules(String tables, String fingerprint) {

    /** Those of this hub. */
    static final LikenessRules HERE = read();

    private static LikenessRules read() {
        String tables = text();
        return new LikenessRules(tables, ReportedOriginal.sha256(
                (tables + DescriptionTable.DESCRIPTIONS + Portraits.VERSION).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text() {
        try (InputStream script = LikenessRules.class.getResourceAsStream("likeness.sql")) {
            if (script == null) {
                throw new IllegalStateException("likeness.sql is missing beside " + LikenessRules.class.getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

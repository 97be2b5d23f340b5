package org.interactionhub.readers.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The legal form says nothing of which company it is, and every list writes it in its own way. */
final class LegalForms {

    private static final List<String> LONG = Stream
            .of("общество с ограниченной ответственностью", "публичное акционерное общество",
                    "закрытое акционерное общество", "открытое акционерное общество", "акционерное общество",
                    "индивидуальный предприниматель", "limited liability company")
            .map(Spelling::key).toList();

    private static final Set<String> SHORT = Stream
            .of("ооо", "оао", "зао", "пао", "нао", "ао", "ип", "тоо", "чп", "llc", "llp", "lp", "ltd",
                    "limited", "plc", "inc", "incorporated", "corp", "corporation", "co", "company", "gmbh", "mbh",
                    "ag", "kg", "ug", "sarl", "sas", "sa", "spa", "srl", "bv", "nv", "ab", "oy", "oyj", "aps",
                    "pty", "ooo", "oao", "zao", "pao")
            .map(Spelling::key).collect(Collectors.toUnmodifiableSet());

    private LegalForms() {}

    /** The key without legal forms, or as it is if nothing else is in it. */
    static String setAside(String key) {
        String padded = " " + key + " ";
        for (String form : LONG) {
            padded = padded.replace(" " + form + " ", " ");
        }
        String rest = Stream.of(padded.strip().split(" ")).filter(word -> !SHORT.contains(word))
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? key : rest;
    }
}

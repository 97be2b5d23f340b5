package org.interactionhub.readers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One row of a call log with the names of its columns. */
record CallRecord(List<String> columns, List<String> fields) {

    /** The order in which Asterisk writes {@code Master.csv}; the last three come only when asked for. */
    static final List<String> STANDARD = List.of("accountcode", "src", "dst", "dcontext", "clid", "channel",
            "dstchannel",
            "lastapp", "lastdata", "start", "answer", "end", "duration", "billsec", "disposition", "amaflags",
            "uniqueid",
            "userfield", "peeraccount", "linkedid", "sequence");

    /** The header names its columns in any order; a first row of data does not name these. */
    static boolean isHeader(List<String> fields) {
        List<String> names = columns(String.join(",", fields));
        return names.contains("src") && names.contains("dst") && names.contains("start");
    }

    static List<String> columns(String header) {
        return Arrays.stream(header.split(",")).map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    Optional<String> field(String name) {
        int index = columns.indexOf(name);
        return index < 0 || index >= fields.size()
                ? Optional.empty()
                : Optional.of(fields.get(index).strip()).filter(value -> !value.isEmpty());
    }

    Optional<Instant> time(String name, ZoneId zone) {
        return field(name).flatMap(text -> {
            try {
                return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
            } catch (DateTimeException notATime) {
                return Optional.empty();
            }
        });
    }

    Optional<Integer> seconds(String name) {
        return field(name).filter(text -> text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Integer::valueOf);
    }

    /** The extension in a channel name: {@code PJSIP/102-0000001a} is 102. */
    Optional<String> peer(String name) {
        return field(name).map(channel -> channel.replaceFirst("^[^/]*/", "").replaceFirst("[-@].*$", ""))
                .filter(peer -> !peer.isEmpty());
    }

    /** The name in a caller id: {@code "Anna Petrova" <+74951234567>}. */
    Optional<String> callerName() {
        return field("clid").filter(clid -> clid.contains("<"))
                .map(clid -> clid.substring(0, clid.indexOf('<')).replace("\"", "").strip())
                .filter(name -> !name.isEmpty());
    }
}

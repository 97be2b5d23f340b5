package org.interactionhub.readers;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that a country writes in two ways which reach the same telephone, as data. Only mobile numbers are among them: to
 * a landline nothing is added and nothing taken from it, since another telephone may have that number.
 */
final class PhoneTwins {

    /**
     * What a country changed. Whoever adds one raises the versions of the readers of calls, chats and forms.
     *
     * @param former in E.164, as it may still be written
     * @param today the same number as it is dialled now
     */
    private record Change(Pattern former, String today) {}

    private static final List<Change> CHANGES = List.of(
            // Brazil put a 9 in front of the eight digits of mobile numbers, 2012 to 2016 (Anatel, Resolution 553/2010);
            // landlines begin with 2 to 5
            new Change(Pattern.compile("\\+55([1-9][1-9])([6-9][0-9]{7})"), "+55$19$2"),
            // Mexico dials mobile numbers without the 1 behind its code since 2019-08-03 (IFT, numbering plan of 2018)
            new Change(Pattern.compile("\\+521([1-9][0-9]{9})"), "+52$1"));

    private PhoneTwins() {}

    /** The number as it is dialled now. */
    static String today(String e164) {
        for (Change change : CHANGES) {
            Matcher former = change.former().matcher(e164);
            if (former.matches()) {
                return former.replaceFirst(change.today());
            }
        }
        return e164;
    }
}

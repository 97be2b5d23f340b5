package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;
import java.util.List;

/** Where the signature below own words begins: behind the usual marks, and what a device says of itself. */
final class Signature {

    private static final int MOST_LINES = 15;
    private static final int MOST_DEVICE_LINES = 50;
    private static final int LONGEST_LINE = 160;

    /** RFC 3676, 4.3, and the line of underscores above the footer of a mailing list. */
    private static final Pattern MARK = Pattern.compile("^(?:-- ?|—— ?|_{2,})$");

    private static final Pattern RULE = Pattern.compile("^(?:[-_*#~=+—–─]{2,}|ᐧ)$");

    /** "Sent from my ...", in the languages in which devices say it. */
    private static final Pattern SENT = Pattern.compile("(?i)^[\\[(<*_\\s]*(?:sent (?:from|via|with|by|using)\\s"
            + "|get \\[?outlook for|envoyé (?:depuis|de|à partir|avec|à l)|gesendet (?:von|mit|über|via)\\s|enviado (?:desde|do|de|con|pelo|a partir|por)\\s"
            + "|inviato (?:da|con|dal)\\s|verzonden (?:met|vanaf|via|van|vanuit)\\s|sendt (?:fra|via|med)\\s|skickat (?:från|via)\\s|lähetetty \\p{L}+"
            + "|wysłan[aeoy] (?:z|za|przez)\\s|odesláno (?:z|pomocí)\\s|trimis (?:de|din)\\s|отправлено (?:с|со|из|через|от|при помощи|мо[а-я]+)\\s|надіслано (?:з|із|через|від)\\s"
            + "|发自|發自|從我的|从我的|\\p{L}*\\s?から送信|나의 |von meine[mr] .{1,60} gesendet)");

    private static final Pattern DEVICE = Pattern
            .compile("(?i)iphone|ipad|ipod|android|blackberry|galaxy|mobil|smartphone|handy|phone|телефон|мобильн");

    private Signature() {}

    /** The first line of the signature, or the number of lines if there is none. */
    static int start(List<String> lines) {
        int end = withoutRules(lines, lines.size());
        int marked = marked(lines, end);
        int bottom = marked < 0 ? end : withoutRules(lines, marked);
        int device = device(lines, bottom);
        return device < bottom ? withoutRules(lines, device) : bottom;
    }

    /** Whether a line says by itself from which device it came. */
    static boolean isOfDevice(String line) {
        return line.length() <= LONGEST_LINE && SENT.matcher(line.strip()).find();
    }

    private static int marked(List<String> lines, int end) {
        int behind = 0;
        int mark = -1;
        for (int i = end - 1; i > 0 && behind <= MOST_LINES && !lines.get(i).startsWith("```"); i--) {
            if (MARK.matcher(lines.get(i).strip()).find()) {
                mark = i;
            }
            behind += lines.get(i).isBlank() ? 0 : 1;
        }
        return mark;
    }

    /** Lines at the end of which at least one is clear, and those that go with it. */
    private static int device(List<String> lines, int end) {
        int start = end;
        int last = end;
        while (last > Math.max(0, end - MOST_DEVICE_LINES)
                && (lines.get(last - 1).isBlank() || start < end && isLikeDevice(lines.get(last - 1))
                        || isOfDevice(lines.get(last - 1)))) {
            last--;
            start = lines.get(last).isBlank() ? start : last;
        }
        return start;
    }

    private static boolean isLikeDevice(String line) {
        return line.length() <= LONGEST_LINE && DEVICE.matcher(line).find();
    }

    private static int withoutRules(List<String> lines, int end) {
        int last = end;
        while (last > Math.max(0, end - MOST_DEVICE_LINES)
                && (lines.get(last - 1).isBlank() || RULE.matcher(lines.get(last - 1).strip()).find())) {
            last--;
        }
        return last;
    }
}

package org.interactionhub.readers.mail;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/** What stands between a reply and unquoted history: a divider, or the header of the earlier mail. */
final class HistoryMark {

    private static final int LONGEST = 400;
    private static final int LONGEST_WORDS = 60;
    private static final int LONGEST_NAME = 24;

    /** Stems of "message", in the languages in which mail programs say "original message" and "forwarded message". */
    private static final String MESSAGE = "messag|nachricht|mensaje|mensagem|bericht|сообщени|письм|повідомлен|лист|wiadomo|meddel|melding|besked|viesti|üzenet|zpráva|správa|mesaj|μήνυμα|邮件|郵件|メッセージ|메시지";

    private static final String RULE_SIGNS = "-_—–=*";
    private static final Pattern OF_MESSAGE = Pattern.compile("(?i)" + MESSAGE);
    private static final Pattern BEGINNING = Pattern.compile("(?i)^[^:]{0,40}(?:" + MESSAGE + ")[^:]{0,20}:$");
    private static final Pattern RULE = Pattern.compile("^[-_=*]{4,}$");

    private static final List<String> FROM = List.of("from", "von", "de", "da", "van", "från", "fra", "od", "от",
            "от кого", "від", "від кого", "kimden", "feladó", "lähettäjä", "από", "expéditeur", "发件人", "寄件者", "差出人",
            "보낸 사람",
            "мейл", "mittente", "afzender", "remitente", "avsändare", "nadawca");
    private static final List<String> OTHER = List.of("sent", "date", "to", "cc", "subject", "reply-to", "sent at",
            "gesendet", "datum", "an", "betreff", "gesendet am", "kopie", "antwort an", "envoyé", "envoyé le", "à", "a",
            "objet",
            "sujet", "copie à", "message du", "répondre à", "enviado", "enviado el", "enviada", "enviada em", "fecha",
            "data", "para",
            "asunto", "assunto", "inviato", "oggetto", "per", "verzonden", "aan", "onderwerp", "skickat", "till",
            "ämne", "sendt",
            "til", "emne", "wysłano", "wysłane", "do", "temat", "data wysłania", "odesláno", "komu", "předmět",
            "predmet", "poslano",
            "elküldve", "címzett", "tárgy", "lähetetty", "vastaanottaja", "aihe", "gönderen", "gönderildi", "kime",
            "konu", "tarih",
            "отправлено", "дата", "кому", "копия", "тема", "отправлен", "надіслано", "копія", "σταλθηκε", "προς",
            "θέμα", "发送时间",
            "收件人", "主题", "日期", "抄送", "寄件日期", "收件者", "主旨", "送信日時", "日時", "宛先", "件名", "보낸 날짜", "받는 사람", "제목",
            "importance",
            "priority", "wichtigkeit", "важность", "attachments", "вложения");

    private HistoryMark() {}

    /** Whether a divider or a header begins at this line. */
    static boolean isAt(List<String> lines, int start) {
        String line = lines.get(start).strip();
        return line.length() <= LONGEST && (isDivider(line) || isField(line) && isHeader(lines, start));
    }

    /** A few words about a message between two rules. */
    private static boolean isDivider(String line) {
        int begin = 0;
        while (begin < line.length() && isRule(line.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < line.length()
                && !(isRule(line.charAt(end)) && end + 1 < line.length() && isRule(line.charAt(end + 1)))) {
            end++;
        }
        return begin >= 2 && end < line.length() && end - begin <= LONGEST_WORDS
                && OF_MESSAGE.matcher(line.substring(begin, end)).find();
    }

    private static boolean isRule(char c) {
        return RULE_SIGNS.indexOf(c) >= 0;
    }

    /** Whether such a line belongs to the mark below it: a rule, or "begin forwarded message:". */
    static boolean leadsTo(String line) {
        String bare = line.strip();
        return bare.isEmpty() || RULE.matcher(bare).find() || bare.length() < 60 && BEGINNING.matcher(bare).find();
    }

    /** A sender and two more fields among the lines from here on; long values are folded, and some programs leave blank lines. */
    private static boolean isHeader(List<String> lines, int start) {
        int from = 0;
        int others = 0;
        for (int i = start; i < Math.min(lines.size(), start + 10); i++) {
            String name = fieldName(lines.get(i).strip());
            from += FROM.contains(name) ? 1 : 0;
            others += OTHER.contains(name) ? 1 : 0;
        }
        return from >= 1 && others >= 2;
    }

    private static boolean isField(String line) {
        String name = fieldName(line);
        return FROM.contains(name) || OTHER.contains(name);
    }

    /** What stands before the colon, without the stars that some programs set around it. */
    private static String fieldName(String line) {
        int colon = line.indexOf(':') < 0 ? line.indexOf('：') : line.indexOf(':');
        return colon < 1 || colon > LONGEST_NAME
                ? ""
                : line.substring(0, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
    }
}

package org.interactionhub.readers.mail;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/** What stands between a reply and unquoted history: a divider, or the header of the earlier mail. */
final class HistoryMark {

    private static final int LONGEST = 400;

    /** Stems of "message", in the languages in which mail programs say "original message" and "forwarded message". */
    private static final String MESSAGE = "messag|nachricht|mensaje|mensagem|bericht|сообщени|письм|повідомлен|лист|wiadomo|meddel|melding|besked|viesti|üzenet|zpráva|správa|mesaj|μήνυμα|邮件|郵件|メッセージ|메시지";

    private static final Pattern DIVIDER = Pattern
            .compile("(?i)^\\*?[-_—–=*]{2,}\\s*[^-_—–=*]{0,30}(?:" + MESSAGE
                    + ")[^-_—–=*]{0,30}\\s*[-_—–=*]{2,}\\*?.{0,80}$");

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
    private static final Pattern FIELD = Pattern
            .compile("^\\*{0,2}([\\p{L} -]{1,24}?)\\s?\\*{0,2}\\s?[:：]\\*{0,2}(.*)$");

    private HistoryMark() {}

    /** Whether a divider or a header begins at this line. */
    static boolean isAt(List<String> lines, int start) {
        String line = lines.get(start).strip();
        return line.length() <= LONGEST
                && (DIVIDER.matcher(line).find() || isField(line) && isHeader(lines, start));
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

    private static String fieldName(String line) {
        Matcher field = FIELD.matcher(line);
        return line.length() <= LONGEST && field.find() ? field.group(1).strip().toLowerCase(Locale.ROOT) : "";
    }
}

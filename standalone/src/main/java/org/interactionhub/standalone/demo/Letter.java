package org.interactionhub.standalone.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as mail programs write it.
 *
 * @param references the ids of the thread so far, the first one first; empty if it begins one
 * @param html whether there is a second, formatted body
 * @param attachments names of resource files
 */
record Letter(Person from, Person to, @Nullable Person cc, String subject, String text, ZonedDateTime date, String id,
        List<String> references, boolean html, Charset charset, List<String> attachments) {

    private static final String MIXED = "=_story_mixed";
    private static final String ALTERNATIVE = "=_story_alternative";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.US);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();
    /** RFC 2047 allows 75 characters a word; this many characters fit in any charset. */
    private static final int WORD = 15;

    byte[] bytes() {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder();
        head.append("From: ").append(address(from)).append("\r\nTo: ").append(address(to)).append("\r\n");
        if (cc != null) {
            head.append("Cc: ").append(address(cc)).append("\r\n");
        }
        head.append("Subject: ").append(encoded(subject)).append("\r\nDate: ").append(DATE.format(date))
                .append("\r\nMessage-ID: <").append(id).append(">\r\n");
        if (!references.isEmpty()) {
            head.append("In-Reply-To: <").append(references.getLast()).append(">\r\nReferences: <")
                    .append(String.join(">\r\n <", references)).append(">\r\n");
        }
        head.append("MIME-Version: 1.0\r\n").append(body());
        mail.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        return mail.toByteArray();
    }

    private String body() {
        if (attachments.isEmpty()) {
            return words();
        }
        StringBuilder body = new StringBuilder("Content-Type: multipart/mixed; boundary=\"" + MIXED + "\"\r\n\r\n--"
                + MIXED + "\r\n" + words());
        for (String name : attachments) {
            body.append("--" + MIXED + "\r\n").append(part("application/pdf; name=\"" + name + "\"",
                    Library.bytes(name), "Content-Disposition: attachment; filename=\"" + name + "\"\r\n"));
        }
        return body.append("--" + MIXED + "--\r\n").toString();
    }

    private String words() {
        String plain = part("text/plain; charset=" + charset.name().toLowerCase(Locale.ROOT), text.getBytes(charset),
                "");
        if (!html) {
            return plain;
        }
        return "Content-Type: multipart/alternative; boundary=\"" + ALTERNATIVE + "\"\r\n\r\n--" + ALTERNATIVE + "\r\n"
                + plain + "--" + ALTERNATIVE + "\r\n"
                + part("text/html; charset=" + charset.name().toLowerCase(Locale.ROOT),
                        formatted().getBytes(charset), "")
                + "--" + ALTERNATIVE + "--\r\n";
    }

    private String formatted() {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<html><body><div style=\"font-family:Calibri\"><p>"
                + escaped.strip().replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p></div></body></html>";
    }

    private static String part(String type, byte[] content, String more) {
        return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n" + more + "\r\n"
                + LINES.encodeToString(content) + "\r\n";
    }

    private String address(Person person) {
        return person.name() == null
                ? "<" + person.address() + ">"
                : encoded(person.name()) + " <" + person.address() + ">";
    }

    private String encoded(String words) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(words)) {
            return words;
        }
        List<String> encoded = new ArrayList<>();
        for (int start = 0; start < words.length(); start += WORD) {
            byte[] bytes = words.substring(start, Math.min(words.length(), start + WORD)).getBytes(charset);
            encoded.add("=?" + charset.name().toLowerCase(Locale.ROOT) + "?B?"
                    + Base64.getEncoder().encodeToString(bytes) + "?=");
        }
        return String.join("\r\n ", encoded);
    }
}

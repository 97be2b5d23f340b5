package org.interactionhub.readers.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what a mail says out of its parts: of alternatives the plain one, of a mixture all. */
final class BodyText {

    private static final int MOST_PLAIN_BYTES = 1024 * 1024;
    private static final int MOST_HTML_BYTES = 4 * 1024 * 1024;

    private final Deque<Frame> open = new ArrayDeque<>(List.of(new Frame(false, new ArrayList<>())));
    private boolean cut;
    private long taken;

    /** One multipart. */
    private record Frame(boolean alternatives, List<Piece> pieces) {}

    /** @param html null if it is plain text */
    private record Piece(String plain, @Nullable HtmlText html) {

        static Piece of(String content, boolean html) {
            return html
                    ? new Piece("", new HtmlText(content))
                    : new Piece(content.replace("\r\n", "\n").replace('\r', '\n'), null);
        }

        String text() {
            HtmlText page = html();
            return (page == null ? plain : page.text()).strip();
        }

        String quotingText() {
            HtmlText page = html();
            return (page == null ? plain : page.quotingText()).strip();
        }

        Optional<OwnWords> own() {
            HtmlText page = html();
            return page == null ? QuotedHistory.without(plain) : page.own();
        }
    }

    void open(String subType) {
        open.push(new Frame(subType.equalsIgnoreCase("alternative"), new ArrayList<>()));
    }

    void close() {
        Frame frame = open.pop();
        outer().addAll(frame.alternatives() ? chosen(frame.pieces()) : frame.pieces());
    }

    void add(Part part, InputStream content) throws IOException {
        int most = (int) Math.max(0, (part.isHtml() ? MOST_HTML_BYTES : MOST_PLAIN_BYTES) - taken);
        byte[] bytes = content.readNBytes(most);
        taken += bytes.length;
        cut |= bytes.length == most && content.read() >= 0;
        add(LenientCharsets.decode(bytes, part.charset()), part.isHtml());
    }

    void add(String plain) {
        add(plain, false);
    }

    private void add(String content, boolean html) {
        if (!content.isBlank()) {
            outer().add(Piece.of(content, html));
        }
    }

    @Nullable
    String text() {
        String text = said().stream().map(Piece::text).filter(piece -> !piece.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }

    /** What the sender wrote herself, empty if all of it or nobody can tell. */
    Optional<OwnWords> own() {
        List<Piece> said = said();
        return said.size() == 1
                ? said.getFirst().own()
                : QuotedHistory.without(
                        said.stream().map(Piece::quotingText).collect(Collectors.joining("\n\n")));
    }

    boolean wasCut() {
        return cut;
    }

    /** A mail that breaks off leaves multiparts open. */
    private List<Piece> said() {
        while (open.size() > 1) {
            close();
        }
        return outer();
    }

    private List<Piece> outer() {
        return open.getFirst().pieces();
    }

    private static List<Piece> chosen(List<Piece> alternatives) {
        List<Piece> plain = alternatives.stream().filter(piece -> piece.html() == null).toList();
        return plain.isEmpty() ? alternatives : plain;
    }
}

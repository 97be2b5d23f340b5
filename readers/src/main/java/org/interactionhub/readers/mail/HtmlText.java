package org.interactionhub.readers.mail;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a reader of an HTML mail sees, as plain text. */
final class HtmlText {

    /** How mail programs mark the history below a reply. */
    private static final String QUOTES = String.join(",", ".gmail_quote", ".gmail_quote_container",
            "blockquote[type=cite]", "#divRplyFwdMsg", "#appendonsend", ".yahoo_quoted", "#mail-app-auto-quote",
            ".protonmail_quote", ".zmail_extra", "#OLK_SRC_BODY_SECTION", "#reply-intro", ".moz-cite-prefix",
            ".gmail_attr", "blockquote.gmail_quote");

    private static final Set<String> INVISIBLE = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final char HISTORY = '\uE000';

    /** No mail that people write has more; each costs the parser time. */
    private static final int MOST_TAGS = 50_000;

    private static final int DEEPEST = 200;

    private final Document document;

    HtmlText(String html) {
        document = Jsoup.parse(html.substring(0, end(html)), Parser.htmlParser().setMaxDepth(DEEPEST));
    }

    private static int end(String html) {
        int tag = -1;
        for (int tags = 0; tags <= MOST_TAGS; tags++) {
            tag = html.indexOf('<', tag + 1);
            if (tag < 0) {
                return html.length();
            }
        }
        return tag;
    }

    String text() {
        return visible(document, false);
    }

    /** The text with marks before the lines that it quotes, as plain mails have them. */
    String quotingText() {
        return visible(document, true);
    }

    /** The sender's own words, or empty if all are hers or others stand between or below them. */
    Optional<OwnWords> own() {
        Document copy = document.clone();
        boolean outlook = copy.selectFirst("#divRplyFwdMsg, #appendonsend") != null;
        for (Element quote : copy.select(QUOTES)) {
            quote.replaceWith(new TextNode(String.valueOf(HISTORY)));
        }
        String text = visible(copy, true);
        int history = text.indexOf(HISTORY);
        if (history < 0) {
            return QuotedHistory.without(text);
        }
        boolean mingled = !outlook && text.substring(history).chars().anyMatch(HtmlText::isOwnWord);
        return mingled ? Optional.empty() : QuotedHistory.above(text.substring(0, history));
    }

    private static boolean isOwnWord(int c) {
        return c != HISTORY && !Character.isWhitespace(c);
    }

    private static String visible(Document document, boolean quoting) {
        Lines lines = new Lines(quoting);
        NodeTraversor.traverse(lines, document.body());
        return lines.text();
    }

    /** Walks the tree without recursion, so that depth costs no stack. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final boolean quoting;
        private int invisible;
        private int quotes;
        private int quoteStart;

        Lines(boolean quoting) {
            this.quoting = quoting;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && invisible == 0) {
                append(words.getWholeText(), isPreformatted(words));
            } else if (node instanceof Element element) {
                enter(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (INVISIBLE.contains(element.normalName())) {
                    invisible--;
                } else if (element.isBlock()) {
                    endQuote(element);
                    breakLine(element.normalName().equals("p") ? 2 : 1);
                } else if (element.normalName().equals("td")) {
                    append(" ", false);
                }
            }
        }

        private void enter(Element element) {
            if (INVISIBLE.contains(element.normalName())) {
                invisible++;
            } else if (element.normalName().equals("br")) {
                text.append('\n');
            } else if (element.isBlock()) {
                breakLine(1);
                text.append(element.normalName().equals("li") ? "- " : "");
                beginQuote(element);
            }
        }

        private void beginQuote(Element element) {
            if (element.normalName().equals("blockquote") && quotes++ == 0) {
                quoteStart = text.length();
            }
        }

        /** Quotes within quotes are part of them. */
        private void endQuote(Element element) {
            if (element.normalName().equals("blockquote") && --quotes == 0 && quoting) {
                String quoted = text.substring(Math.min(quoteStart, text.length())).strip();
                text.setLength(Math.min(quoteStart, text.length()));
                text.append(quoted.lines().map(line -> "> " + line).collect(Collectors.joining("\n")));
            }
        }

        private static boolean isPreformatted(TextNode words) {
            return words.parent() != null && words.parent().closest("pre") != null;
        }

        private void append(String words, boolean asItStands) {
            if (asItStands) {
                text.append(words);
                return;
            }
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i) == '\u00A0' ? ' ' : words.charAt(i);
                boolean blank = Character.isWhitespace(c);
                if (!blank || !endsBlank()) {
                    text.append(blank ? ' ' : c);
                }
            }
        }

        private boolean endsBlank() {
            return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        }

        /** At least so many line ends stand here then; never more than two. */
        private void breakLine(int ends) {
            int here = 0;
            while (!text.isEmpty() && endsBlank()) {
                here += text.charAt(text.length() - 1) == '\n' ? 1 : 0;
                text.setLength(text.length() - 1);
            }
            if (!text.isEmpty()) {
                text.append("\n".repeat(Math.min(2, Math.max(ends, here))));
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}

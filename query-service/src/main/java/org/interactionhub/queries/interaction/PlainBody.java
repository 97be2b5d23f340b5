package org.interactionhub.queries.interaction;

import org.interactionhub.queries.timeline.TimelineItem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The words of a contact as a small page: text alone, every character of it shown and none obeyed. */
final class PlainBody {

    private static final String PAGE = """
            <!doctype html>
            <html><head><meta charset="utf-8"><title>%s</title>
            <style>body{font:15px/1.5 system-ui,sans-serif;margin:1rem;white-space:pre-wrap;overflow-wrap:anywhere}
            </style></head><body>%s</body></html>
            """;

    private PlainBody() {}

    static String of(TimelineItem item) {
        return PAGE.formatted(shown(item.subject()), shown(item.text()));
    }

    private static String shown(@Nullable String words) {
        return words == null ? "" : HtmlUtils.htmlEscape(words, "UTF-8");
    }
}

package org.interactionhub.queries.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.interactionhub.door.Refusal;
import org.interactionhub.queries.reading.CsvRows;
import org.interactionhub.queries.reading.Page;
import org.interactionhub.queries.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/views} and {@code GET /api/views/{name}/rows}. */
@RestController
public final class ViewController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Views views;

    public ViewController(Views views) {
        this.views = views;
    }

    @GetMapping(path = "/api/views", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ViewState> all() {
        return new Page<>(views.all(), null);
    }

    /** JSON a part at a time, or all as CSV: by {@code Accept: text/csv}, or by {@code ?format=csv} from a link. */
    @GetMapping(path = "/api/views/{name}/rows", produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Nullable
    ViewRows rows(@PathVariable String name, @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String format, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        String asked = Parameters.words(format);
        if (asked != null && !asked.equals("csv") && !asked.equals("json")) {
            throw Refusal.badRequest("The parameter 'format' is '" + asked + "'; csv or json is asked for.");
        }
        if ("csv".equals(asked) || asked == null && prefersCsv(request)) {
            csv(name, asked == null ? "" : CsvRows.BYTE_ORDER_MARK, response);
            return null;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        return views.rows(name, Order.BY_KEY, Parameters.limit(limit, Views.DEFAULT, Views.MOST),
                Parameters.words(after));
    }

    /** @param mark by which spreadsheets know that the text is UTF-8; programs want none */
    private void csv(String name, String mark, HttpServletResponse response) throws IOException {
        try (CsvFile csv = views.csv(name, mark)) {
            response.setContentType(CSV.toString());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + name + "-" + csv.position() + ".csv\"");
            response.setContentLengthLong(Files.size(csv.path()));
            Files.copy(csv.path(), response.getOutputStream());
        }
    }

    private static boolean prefersCsv(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && MediaType.parseMediaTypes(accept).stream()
                .filter(type -> type.includes(CSV) || type.includes(MediaType.APPLICATION_JSON)).findFirst()
                .filter(type -> type.isCompatibleWith(CSV) && !type.isWildcardType()).isPresent();
    }
}

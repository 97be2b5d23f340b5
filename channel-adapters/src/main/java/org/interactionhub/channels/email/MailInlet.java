package org.interactionhub.channels.email;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interactionhub.channels.inlet.Bounds;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.inlet.Receipts;
import org.interactionhub.channels.reports.Outgoing;
import org.interactionhub.door.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Takes raw mails from a gateway, whatever content type it calls them. */
@RestController
final class MailInlet {

    private static final Bounds BOUNDS = Bounds.anything(Mail.MOST_BYTES);

    /** As many as one mail by SMTP may have. */
    private static final int MOST_RECIPIENTS = 100;

    private final Inlet inlet;

    MailInlet(Inlet inlet) {
        this.inlet = inlet;
    }

    @PostMapping("/intake/emails")
    ResponseEntity<Object> take(HttpServletRequest request) {
        return Receipts.accepted(inlet.take(request, BOUNDS, (mail, at) -> {
            List<Outgoing> reports = new ArrayList<>();
            for (String recipient : recipients(request)) {
                reports.addAll(inlet.read(Mail.received(mail, at, recipient, "")));
            }
            return reports;
        }));
    }

    /** Read from the query itself: asking the request for a parameter would eat a body that is called a form. */
    private static List<String> recipients(HttpServletRequest request) {
        List<String> to = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getOrDefault("to", List.of())
                .stream()
                .map(value -> value == null ? "" : decoded(value))
                .map(Account::named)
                .distinct()
                .toList();
        if (to.size() > MOST_RECIPIENTS) {
            throw Refusal.badRequest("The mail names more than the " + MOST_RECIPIENTS
                    + " recipients that are taken at once. Send it again for the others.");
        }
        return to.isEmpty() ? List.of("") : to;
    }

    private static String decoded(String value) {
        try {
            return UriUtils.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("A recipient in the address is not percent-encoded as it should be.");
        }
    }
}

package org.interactionhub.channels.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interactionhub.channels.inlet.InFlight;
import org.interactionhub.channels.inlet.Inlet;
import org.interactionhub.channels.reports.Outgoing;
import org.interactionhub.door.Refusal;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.readers.NotItsContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in by SMTP: one report for each recipient, and yes only when all of them are durable. */
final class SmtpTransaction implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransaction.class);

    private final Inlet inlet;
    private final SmtpInlet door;
    private final Set<String> recipients = new LinkedHashSet<>();
    private String sender = "";
    private boolean begun;

    SmtpTransaction(Inlet inlet, SmtpInlet door) {
        this.inlet = inlet;
        this.door = door;
    }

    @Override
    public void from(String from) throws RejectException {
        begun = door.mayBegin();
        if (!begun) {
            throw new DropConnectionException(421, "4.3.2 The hub is stopping. Send the mail again later");
        }
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        String account = Account.named(recipient);
        if (account.isEmpty()) {
            throw new RejectException(501, "5.1.3 The recipient is missing");
        }
        recipients.add(account);
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
        try {
            List<InteractionReport> kept = inlet.take(() -> {
                try (InFlight.Share share = inlet.inFlight().share(0)) {
                    return inlet.published(reports(MailBytes.read(in, share)));
                }
            });
            return "2.0.0 Kept as " + kept.stream()
                    .map(report -> report.reportId().toString())
                    .collect(Collectors.joining(" "));
        } catch (Refusal refusal) {
            throw answer(refusal, in);
        } catch (RuntimeException defect) {
            LOG.atError().setCause(defect).log("A mail could not be taken; its sender was asked to send it again");
            throw answer(new Refusal(HttpStatus.INTERNAL_SERVER_ERROR,
                    "Something went wrong inside the hub. Send the mail again later"), in);
        }
    }

    @Override
    public void done() {
        if (begun) {
            begun = false;
            door.ended();
        }
    }

    private List<Outgoing> reports(byte[] mail) throws NotItsContentType {
        List<Outgoing> reports = new ArrayList<>();
        for (String recipient : recipients) {
            reports.addAll(inlet.read(Mail.received(mail, inlet.now(), recipient, sender)));
        }
        return reports;
    }

    private static RejectException answer(Refusal refusal, InputStream rest) throws IOException {
        String sentence = String.valueOf(refusal.getMessage());
        if (refusal.status() != HttpStatus.CONTENT_TOO_LARGE) {
            return MailBytes.swallow(rest)
                    ? new RejectException(451, "4.3.0 " + sentence)
                    : new DropConnectionException(421, "4.3.0 " + sentence);
        }
        return MailBytes.swallow(rest)
                ? new RejectException(552, "5.3.4 " + sentence)
                : new DropConnectionException(552, "5.3.4 " + sentence);
    }
}

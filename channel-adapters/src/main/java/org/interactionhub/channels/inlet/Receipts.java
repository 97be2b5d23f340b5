package org.interactionhub.channels.inlet;

import java.util.List;
import org.interactionhub.events.InteractionReport;
import org.interactionhub.events.ReportId;
import org.springframework.http.ResponseEntity;

/** What a sender gets for a message that is kept: the ids by which {@code GET /api/receipts/{id}} tells of it. */
public record Receipts(List<Receipt> items) {

    /** The id of one report. */
    public record Receipt(ReportId receiptId) {}

    /** 202: one receipt as it is, several as {@code items}. */
    public static ResponseEntity<Object> accepted(List<InteractionReport> reports) {
        return reports.size() == 1
                ? ResponseEntity.accepted().body(new Receipt(reports.getFirst().reportId()))
                : acceptedItems(reports);
    }

    /** 202 with {@code items}, even for one. */
    public static ResponseEntity<Object> acceptedItems(List<InteractionReport> reports) {
        return ResponseEntity.accepted()
                .body(new Receipts(reports.stream().map(report -> new Receipt(report.reportId())).toList()));
    }
}

package org.interactionhub.commands.receipt;

import org.interactionhub.door.Refusal;
import org.interactionhub.events.ReportId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what became of a delivery. */
@RestController
public final class ReceiptController {

    private final Receipts receipts;

    public ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/api/receipts/{id}")
    Receipt receipt(@PathVariable ReportId id) {
        return receipts.find(id).orElseThrow(() -> Refusal.notFound(
                "No receipt " + id + " is known, or not yet: what was accepted a moment ago may still be on its way."));
    }
}

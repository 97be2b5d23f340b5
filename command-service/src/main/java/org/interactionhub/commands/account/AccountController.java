package org.interactionhub.commands.account;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the books. */
@RestController
public final class AccountController {

    private final LedgerTable ledger;

    public AccountController(LedgerTable ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/api/accounts")
    Map<String, List<AccountBalance>> accounts() {
        return Map.of("items", ledger.balances());
    }
}

package org.interactionhub.commands.intake;

import org.interactionhub.commands.account.LedgerTable;
import org.interactionhub.commands.deadletter.DeadLetterTable;
import org.interactionhub.commands.interaction.KnownInteractionTable;

/** What is written beside the log, in one transaction with it. */
public record IntakeTables(DeadLetterTable letters, LedgerTable ledger, KnownInteractionTable interactions) {}

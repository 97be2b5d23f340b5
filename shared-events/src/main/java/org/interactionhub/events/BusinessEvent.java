package org.interactionhub.events;

/**
 * Everything that can be true about the business with a client, as the systems tell it where it is done. It stands on her
 * timeline under its {@link InteractionId}, but is no contact: nobody spoke.
 */
public sealed interface BusinessEvent extends Reported {

    Booking booking();

    /** A client has agreed to buy. {@code booking.money} is what the deal is worth. */
    @Named("deal-won/1")
    record DealWon(InteractionId interactionId, Heard heard, Booking booking) implements BusinessEvent {}

    /** Money came in from a client, or went back to her if the amount is negative. */
    @Named("payment-received/1")
    record PaymentReceived(InteractionId interactionId, Heard heard, Booking booking) implements BusinessEvent {}
}

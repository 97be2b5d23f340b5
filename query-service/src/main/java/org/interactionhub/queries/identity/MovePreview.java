package org.interactionhub.queries.identity;

import java.util.List;
import org.interactionhub.events.ContactPoint;

/**
 * What would change if a contact point, or one period of it, were another client's.
 *
 * @param from whose its contacts of that time are now
 * @param contacts how many would stand with the other client
 */
public record MovePreview(ContactPoint contactPoint, List<Named> from, Named to, long contacts) {}

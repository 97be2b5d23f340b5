/**
 * Whose is a contact point? Decides it from reports, by rules that never take one away from somebody, and from what
 * staff say.
 */
@NullMarked
package org.interactionhub.commands.contactpoint;

import org.jspecify.annotations.NullMarked;

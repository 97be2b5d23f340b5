/**
 * What staff say about contacts: plans, meetings, notes, how they came out, what was decided.
 */
@NullMarked
package org.interactionhub.commands.interaction;

import org.jspecify.annotations.NullMarked;

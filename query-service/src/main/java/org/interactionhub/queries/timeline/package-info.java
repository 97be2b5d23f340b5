/** The timeline: what passed between a client and us, and what is planned, newest first. */
@NullMarked
package org.interactionhub.queries.timeline;

import org.jspecify.annotations.NullMarked;

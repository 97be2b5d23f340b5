/** The history: typed fact tables filled from the events, which every other room only reads. It knows no other room. */
@NullMarked
package org.interactionhub.queries.history;

import org.jspecify.annotations.NullMarked;

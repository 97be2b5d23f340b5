/** The pages of the analysts' views: a card for each, and its chart and table. */
@NullMarked
package org.interactionhub.queries.console.views;

import org.jspecify.annotations.NullMarked;

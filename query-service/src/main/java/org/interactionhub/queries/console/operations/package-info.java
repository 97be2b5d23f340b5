/** The pages for those who look after the hub: what is well and what is not, and what can be done about it. */
@NullMarked
package org.interactionhub.queries.console.operations;

import org.jspecify.annotations.NullMarked;

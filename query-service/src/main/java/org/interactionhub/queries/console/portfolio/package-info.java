/** Who looks after whom, the page of somebody who leaves, and handing over. */
@NullMarked
package org.interactionhub.queries.console.portfolio;

import org.jspecify.annotations.NullMarked;

/**
 * The staff's pages: who our clients are, what passed between them and us, who calls right now. It asks the other rooms
 * and words their answers for people; it knows no SQL.
 */
@NullMarked
package org.interactionhub.queries.console;

import org.jspecify.annotations.NullMarked;
